import RulePacks
import Testing

@testable import Compliance

struct FormRegistryTests {
    @Test("every form can be judged, has a key of its own, and judges either records or lists")
    func registry() {
        for form in RuleForms.all {
            #expect((form is any JudgedRecordForm.Type) != (form is any JudgedListForm.Type), "\(form.key)")
            #expect(!form.keys.contains(form.key))
        }
        #expect(Set(RuleForms.all.map { $0.key }).count == RuleForms.all.count)
    }
}
