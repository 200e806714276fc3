import RulePacks
import Testing

@testable import Compliance

struct FormRegistryTests {
    @Test("every form has a key of its own and can be judged")
    func registry() {
        for type in RuleFormType.all {
            switch type {
            case .ofRecords(let form): #expect(JudgedForms.records[ObjectIdentifier(form)] != nil, "\(form.key)")
            case .ofLists(let form): #expect(JudgedForms.lists[ObjectIdentifier(form)] != nil, "\(form.key)")
            case .ofTopics(let form): #expect(JudgedForms.topics[ObjectIdentifier(form)] != nil, "\(form.key)")
            }
            #expect(!type.keys.contains(type.key))
        }
        #expect(JudgedForms.records.count + JudgedForms.lists.count + JudgedForms.topics.count == RuleFormType.all.count)
        #expect(Set(RuleFormType.all.map(\.key)).count == RuleFormType.all.count)
    }
}
