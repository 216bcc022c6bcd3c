import Foundation
import Setup
import TestFiles
import Testing

@testable import Application

@Suite struct SystemdUnitTests {
    private static func site(
        program: String = "/opt/afterword/afterword", _ environment: [String: String] = [:]
    ) throws -> RunSite {
        let all = ["HOME": "/home/ada"].merging(environment) { $1 }
        return try RunSite(
            program: program, home: try Home(environment: all, currentFolder: "/"), environment: all)
    }

    private static func lines(_ site: RunSite) -> [String] {
        SystemdUnit(site: site).text.split(separator: "\n").map(String.init)
    }

    @Test func itStartsThisProgramAndIsKnownAsOurs() throws {
        let lines = Self.lines(try Self.site())
        #expect(lines[0].hasPrefix(SystemdUnit.mark))
        #expect(lines.contains("ExecStart=/opt/afterword/afterword run"))
        #expect(lines.contains("WantedBy=default.target"))
    }

    @Test(arguments: [
        "PrivateUsers=yes", "NoNewPrivileges=yes", "ProtectSystem=strict", "PrivateTmp=yes",
        "ProtectKernelTunables=yes", "ProtectKernelModules=yes", "ProtectKernelLogs=yes",
        "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX", "RestrictNamespaces=yes", "LockPersonality=yes",
        "MemoryDenyWriteExecute=yes", "SystemCallFilter=@system-service", "UMask=0077", "LimitCORE=0",
        "TimeoutStopSec=45", "Restart=on-failure",
    ])
    func itIsHardened(line: String) throws {
        #expect(Self.lines(try Self.site()).contains(line))
    }

    @Test func whatOnlyTheUserCanMendIsNotStartedAgainAndAgain() throws {
        let line = try #require(
            Self.lines(try Self.site()).first { $0.hasPrefix("RestartPreventExitStatus=") })
        let codes = Set(line.split(separator: "=")[1].split(separator: " ").compactMap { Int32($0) })
        // Usage, input, no server, can't write, no permission, configuration (sysexits.h).
        #expect(codes == [64, 65, 69, 73, 77, 78])
        #expect(!codes.contains(75), "another sender is gone in a moment")
    }

    @Test func itMayWriteToItsOwnFoldersAlone() throws {
        #expect(
            Self.lines(try Self.site()).contains(
                "ReadWritePaths=-/home/ada/.config/afterword -/home/ada/.local/share/afterword "
                    + "-/home/ada/.local/state/afterword"))
        #expect(
            Self.lines(try Self.site(["AFTERWORD_HOME": "/srv/ada", "XDG_STATE_HOME": "/srv/state"]))
                .contains("ReadWritePaths=-/srv/ada -/srv/state/afterword"))
        #expect(
            Self.lines(try Self.site()).contains("ReadWritePaths=-%h/.gnupg -%h/.local/state/oama"),
            "so that a password command can do its work")
    }

    /// Copies of what was sent are put there.
    @Test func theMaildirIsWritableToo() throws {
        let environment = ["HOME": "/home/ada"]
        let site = try RunSite(
            program: "/opt/a", home: try Home(environment: environment, currentFolder: "/"),
            environment: environment, mailFolders: ["/home/ada/My Mail"])
        let line = try #require(Self.lines(site).first { $0.hasPrefix("ReadWritePaths=") })
        #expect(line.hasSuffix(" \"-/home/ada/My Mail\""))
        #expect(!site.folders.contains("/home/ada/My Mail"), "it is not made where it is missing")
        let text = SystemdUnit(site: site).text
        #expect(
            SystemdUnit.closed(["/home/ada/My Mail", "/home/ada/My Mail/.Sent", "/else"], in: [text]) == [
                "/else"
            ])
    }

    @Test(arguments: [
        ("ReadWritePaths=/else", true), ("ReadWritePaths=-/", true),
        ("[Service]\nReadWritePaths=/a /else\n", true),
        ("ReadWritePaths=/elsewhere", false), ("ReadOnlyPaths=/else", false), ("", false),
    ])
    func whatTheUserHasAddedCounts(addition: String, isOpen: Bool) throws {
        let texts = [SystemdUnit(site: try Self.site()).text, addition]
        #expect(SystemdUnit.closed(["/else"], in: texts) == (isOpen ? [] : ["/else"]))
    }

    @Test func whatDecidesWhereEverythingIsGoesAlong() throws {
        let site = try Self.site([
            "AFTERWORD_HOME": "/jobs/", "PATH": "/home/ada/bin:/usr/bin", "XDG_DATA_HOME": "/data",
            "SECRET": "x",
            "XDG_CONFIG_HOME": "",
        ])
        #expect(
            Self.lines(site).filter { $0.hasPrefix("Environment=") } == [
                "Environment=AFTERWORD_HOME=/jobs", "Environment=PATH=/home/ada/bin:/usr/bin",
                "Environment=XDG_DATA_HOME=/data",
            ])
    }

    @Test(arguments: [
        ("/plain", "/plain"), ("/with space", "\"/with space\""), ("/100%h", "/100%%h"),
        ("/a\"b", "\"/a\\\"b\""),
        ("/a\\b", "/a\\\\b"), ("/it's", "\"/it's\""), ("/$HOME", "/$HOME"), ("/a;b", "\"/a;b\""),
        ("/Zoë", "/Zoë"), ("", "\"\""),
    ])
    func aPathMeansItself(path: String, word: String) {
        #expect(SystemdUnit.word(path) == word)
    }

    @Test(arguments: ["/a\nExecStart=/bin/evil", "/a\u{0}b", "/a\u{202E}b"])
    func aLineBreakNeverReachesTheFile(path: String) throws {
        #expect(throws: RunSite.NotWritable(text: path)) { try Self.site(program: path) }
        #expect(throws: RunSite.NotWritable(text: path)) { try Self.site(["PATH": path]) }
    }

    @Test(arguments: ["/it's", "/say \"hi\"", "/back\\slash"])
    func aProgramThatSystemdWouldNotTakeIsRefused(path: String) throws {
        #expect(throws: RunSite.NotWritable(text: path)) { try Self.site(program: path) }
        #expect(throws: Never.self) { try Self.site(["AFTERWORD_HOME": path]) }
    }

    @Test func aUserWithTheUsualFoldersNeedsNothingBesideThePackagesUnit() throws {
        for path in ["", "/usr/local/bin:/usr/bin:/bin", "/home/ada/.local/bin:/usr/bin:/usr/games"] {
            #expect(SystemdUnit(site: try Self.site(["PATH": path])).addition == nil, "\(path)")
        }
    }

    @Test(arguments: [
        (["PATH": "/home/ada/.cargo/bin:/usr/bin"], ["Environment=PATH=/home/ada/.cargo/bin:/usr/bin"]),
        (
            ["AFTERWORD_HOME": "/srv/ada"],
            ["Environment=AFTERWORD_HOME=/srv/ada", "ReadWritePaths=-/srv/ada"]
        ),
        (
            ["XDG_DATA_HOME": "/data"],
            ["Environment=XDG_DATA_HOME=/data", "ReadWritePaths=-/data/afterword"]
        ),
    ])
    func onlyWhatThePackagesUnitLacksIsAdded(environment: [String: String], lines: [String]) throws {
        let text = try #require(SystemdUnit(site: try Self.site(environment)).addition)
        let all = text.split(separator: "\n").map(String.init)
        #expect(all.first?.hasPrefix(SystemdUnit.mark) == true)
        #expect(Array(all.dropFirst()) == ["[Service]"] + lines)
    }

    @Test func aMaildirIsAddedToThePackagesUnit() throws {
        let environment = ["HOME": "/home/ada"]
        let site = try RunSite(
            program: "/usr/lib/afterword/afterword",
            home: try Home(environment: environment, currentFolder: "/"),
            environment: environment, mailFolders: ["/home/ada/Mail"])
        let text = try #require(SystemdUnit(site: site).addition)
        #expect(text.hasSuffix("[Service]\nReadWritePaths=-/home/ada/Mail\n"))
        #expect(SystemdUnit.closed(["/home/ada/Mail"], in: [SystemdUnit.packaged, text]) == [])
    }

    /// An account's service and a user's own end and begin again alike.
    @Test func bothPackagedUnitsTreatExitCodesAndSendingAlike() throws {
        let template = try String(contentsOfFile: "Config/afterword@.service", encoding: .utf8)
        let keys = ["Restart", "TimeoutStopSec=", "UMask=", "LimitCORE=", "ExecStart="]
        func kept(_ text: String) -> [Substring] {
            text.split(separator: "\n").filter { line in keys.contains { line.hasPrefix($0) } }
        }
        #expect(kept(template) == kept(SystemdUnit.packaged))
        #expect(template.contains("\nUser=%i\n"), "one account each, of which nothing is shared")
    }

    /// systemd's own reading of the file, where systemd is there; the scripts install it for the tests.
    @Test(arguments: ["plain", "with space 100% $HOME #1; é"])
    func systemdUnderstandsIt(name: String) throws {
        let scratch = try Scratch()
        let folder = try scratch.folder(name)
        let home = try scratch.folder("\"quoted\" it's \\ 100%")
        let program = try scratch.file(name + "/afterword", "#!/bin/sh\n", mode: 0o700)
        let site = try Self.site(
            program: program, ["AFTERWORD_HOME": home, "PATH": "/usr/bin:" + folder, "HOME": scratch.path])
        let unit = try scratch.file("afterword.service", SystemdUnit(site: site).text)
        let said = try Self.verify(unit, scratch)
        let complaints = said.split(separator: "\n").filter { $0.contains("afterword") }
        #expect(said.hasSuffix("ended 0\n") && complaints == [], "\(said)")
    }

    @Test(arguments: ["afterword.service", "afterword@.service"])
    func systemdUnderstandsThePackagedOnes(name: String) throws {
        let scratch = try Scratch()
        let program = try scratch.file("afterword", "#!/bin/sh\n", mode: 0o700)
        let text = try String(contentsOfFile: "Config/" + name, encoding: .utf8)
            .replacing("/usr/bin/afterword", with: program).replacing("User=%i", with: "User=root")
        let unit = try scratch.file(name.replacing("@", with: "@ada"), text)
        let said = try Self.verify(unit, scratch, manager: name.contains("@") ? "--system" : "--user")
        let complaints = said.split(separator: "\n").filter { $0.contains("afterword") }
        #expect(said.hasSuffix("ended 0\n") && complaints == [], "\(said)")
    }

    private static func verify(_ unit: String, _ scratch: Scratch, manager: String = "--user") throws
        -> String
    {
        let verifier = "/usr/bin/systemd-analyze"
        try #require(FileManager.default.isExecutableFile(atPath: verifier), "package systemd is missing")
        let command = ShellCommand(
            command:
                "\(verifier) verify \(manager) --man=no --recursive-errors=no \"$UNIT\" 2>&1; echo \"ended $?\"",
            environment: [
                "UNIT": unit, "HOME": scratch.path, "XDG_RUNTIME_DIR": scratch.path, "PATH": "/usr/bin:/bin",
            ])
        return String(decoding: try command.output(within: .seconds(30)), as: UTF8.self)
    }
}
