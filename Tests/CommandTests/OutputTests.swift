import Testing

/// Files are read and written as a careful clerk would do it.
struct OutputTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder([])
        try folder.write("kind: plan\nnonsense: 1\n", to: "d/plan.yaml")
    }

    private func answer(_ command: String) throws -> String {
        try Program.answer(command.replacing("@", with: folder.path("")))
    }

    private func contents(_ name: String) throws -> String { try Program.answer("cat \(folder.path(name))") }

    @Test("a report takes the place of an old one only when it is whole, and leaves nothing else behind")
    func replaced() throws {
        try folder.write("old", to: "report.json")
        _ = try answer("huanjie check @/d --output json=@/report.json")
        #expect(try contents("report.json").hasPrefix("{"))
        #expect(try answer("ls @") == "d\nreport.json\n")
    }

    @Test(
        "no report replaces what is read, and no two formats go to one file",
        arguments: [
            ("--output json=@/d/plan.yaml", "plan.yaml"), ("--output json=@/d/../d/plan.yaml", "plan.yaml"),
            ("--output json=@/a --output text=@/./a", "/a"),
        ])
    func refused(options: String, name: String) throws {
        let before = try contents("d/plan.yaml")
        let answer = try answer("huanjie check @/d --lang zh \(options)")
        #expect(answer.contains("\(name)”"), "\(answer)")
        #expect(answer.hasSuffix("[2]\n"), "\(answer)")
        #expect(try contents("d/plan.yaml") == before)
        #expect(try self.answer("ls @") == "d\n")
    }

    @Test(
        "pipes, devices and folders are refused at once where a file is wanted",
        arguments: [
            "huanjie check @/pipe", "huanjie check @/d/plan.yaml @/pipe", "huanjie check /dev/zero", "huanjie feel eval x --context @/pipe",
            "huanjie feel eval x --context @/d", "huanjie feel test @/pipe", "huanjie feel test @/d",
            "huanjie check @/d --output json=@/pipe",
            "huanjie check @/d --output json=@/d", "huanjie check @/d --output json=@/nowhere/a", "huanjie rules --rules @/rules",
        ])
    func notFiles(command: String) throws {
        _ = try answer("mkfifo @/pipe; mkdir -p @/rules/vocabulary @/rules/sources; mkfifo @/rules/vocabulary/a.yaml")
        let answer = try answer("timeout 20 \(command) --lang zh")
        #expect(answer.hasSuffix("[2]\n"), "\(answer)")
        #expect(["管道", "文件夹"].contains { answer.contains($0) }, "\(answer)")
    }

    @Test("a device that takes everything may be written to")
    func device() throws {
        #expect(try answer("huanjie rules --output json=/dev/null") == "")
    }

    @Test("a pipe that takes no more for now gets the whole report")
    func slowReader() throws {
        let direct = try answer("huanjie vocabulary --format json | wc -c")
        #expect(try Program.sizeReadSlowly("huanjie vocabulary --format json") == Int(direct.filter(\.isNumber)))
    }
}
