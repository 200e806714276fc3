import MultipleChoice
import TestSupport
import Testing

struct ChoiceProblemTests {
    /// Tries everything.
    private func enumerate(_ problem: ChoiceProblem) -> Int? {
        var best: Int?
        var choice = Array(repeating: 0, count: problem.groups.count)
        while true {
            let sums = problem.sums(choice)
            if zip(sums, problem.bounds).allSatisfy({ $0 >= $1.lower && $0 <= $1.upper }) {
                best = min(best ?? Int.max, problem.cost(choice))
            }
            guard let group = choice.indices.first(where: { choice[$0] + 1 < problem.groups[$0].count }) else { return best }
            choice[group] += 1
            for earlier in 0..<group { choice[earlier] = 0 }
        }
    }

    @Test("small problems have the cost that trying everything finds, or no solution where there is none", arguments: 0..<30)
    func small(seed: UInt64) {
        var random = SeededGenerator(seed: seed + 1)
        for _ in 0..<40 {
            let rows = Int.random(in: 1...4, using: &random)
            let groups = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                (0..<Int.random(in: 1...4, using: &random)).map { _ in
                    ChoiceProblem.Option(
                        amounts: (0..<rows).map { _ in Int.random(in: 0...3, using: &random) }, cost: Int.random(in: 0...2, using: &random))
                }
            }
            let bounds = (0..<rows).map { _ -> (lower: Int, upper: Int) in
                let lower = Int.random(in: 0...9, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: return (lower, Int.max)
                case 1: return (Int.min, lower)
                default: return (lower, lower + Int.random(in: 0...2, using: &random))
                }
            }
            let problem = ChoiceProblem(bounds: bounds, groups: groups)
            let expected = enumerate(problem)
            switch problem.solve() {
            case .solution(let choice, let cost):
                #expect(cost == expected && cost == problem.cost(choice), "seed \(seed): \(problem)")
                let isKept = zip(problem.sums(choice), bounds).allSatisfy { $0 >= $1.lower && $0 <= $1.upper }
                #expect(isKept, "seed \(seed): \(problem)")
            case .infeasible: #expect(expected == nil, "seed \(seed): \(problem)")
            case .unproven, .undecided: Issue.record("seed \(seed): undecided \(problem)")
            }
        }
    }

    @Test("without bounds or groups there is nothing to break")
    func empty() {
        #expect(ChoiceProblem(bounds: [], groups: []).solve() == .solution([], cost: 0))
        #expect(ChoiceProblem(bounds: [(1, Int.max)], groups: []).solve() == .infeasible)
        #expect(ChoiceProblem(bounds: [(0, Int.max)], groups: []).solve() == .solution([], cost: 0))
    }

    @Test("sums that are all even never meet an odd bound, and a search that is too long says so")
    func parity() {
        let even = [ChoiceProblem.Option(amounts: [0]), ChoiceProblem.Option(amounts: [2])]
        #expect(ChoiceProblem(bounds: [(5, 5)], groups: Array(repeating: even, count: 6)).solve() == .infeasible)
        #expect(ChoiceProblem(bounds: [(41, 41)], groups: Array(repeating: even, count: 40)).solve(limit: 100) == .undecided)
    }

    @Test("three hundred groups with tight bounds are solved", arguments: 0..<6)
    func large(seed: UInt64) {
        var random = SeededGenerator(seed: seed + 40)
        let groups = (0..<300).map { _ in
            (0..<12).map { _ in
                ChoiceProblem.Option(
                    amounts: (0..<6).map { _ in Int.random(in: 0...3, using: &random) }, cost: Int.random(in: 0...1, using: &random))
            }
        }
        // A hidden choice makes the bounds, so there is a solution.
        let hidden = groups.map { _ in Int.random(in: 0..<12, using: &random) }
        let sums = ChoiceProblem(bounds: Array(repeating: (0, 0), count: 6), groups: groups).sums(hidden)
        let problem = ChoiceProblem(
            bounds: sums.enumerated().map { $0.offset < 3 ? ($0.element + 60, Int.max) : (Int.min, $0.element - 40) }, groups: groups)
        let choice: [Int]
        switch problem.solve(limit: 200) {
        case .solution(let found, _), .unproven(let found, _): choice = found
        case .infeasible, .undecided:
            Issue.record("seed \(seed): there is a solution")
            return
        }
        #expect(zip(problem.sums(choice), problem.bounds).allSatisfy { $0 >= $1.lower && $0 <= $1.upper })
    }
}
