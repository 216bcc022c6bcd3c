import Foundation
import TestFiles
import Testing

@testable import Setup

@Suite struct HomeTests {
    @Test func oneFolderHoldsEverything() throws {
        let home = try Home(
            environment: ["AFTERWORD_HOME": "/srv/ada/", "HOME": "/home/ada"], currentFolder: "/")
        #expect(home.configuration == "/srv/ada/config.yaml")
        #expect(home.templates == "/srv/ada/templates")
        #expect(home.database == "/srv/ada/afterword.sqlite")
        #expect(home.userFolder == "/home/ada")
    }

    @Test(arguments: [
        ["HOME": "/home/ada"], ["HOME": "/home/ada/", "AFTERWORD_HOME": ""],
        ["HOME": "/home/ada", "XDG_CONFIG_HOME": "relative", "XDG_DATA_HOME": ""],
    ])
    func withoutItTheUsualFoldersCount(environment: [String: String]) throws {
        let home = try Home(environment: environment, currentFolder: "/tmp")
        #expect(home.configuration == "/home/ada/.config/afterword/config.yaml")
        #expect(home.templates == "/home/ada/.config/afterword/templates")
        #expect(home.database == "/home/ada/.local/share/afterword/afterword.sqlite")
    }

    @Test func variablesOfXDGCount() throws {
        let environment = ["XDG_CONFIG_HOME": "/c/", "XDG_DATA_HOME": "/d"]
        let home = try Home(environment: environment, currentFolder: "/")
        #expect(home.configuration == "/c/afterword/config.yaml")
        #expect(home.database == "/d/afterword/afterword.sqlite")
        #expect(home.userFolder == nil)
    }

    @Test(arguments: [
        ("try", "/here/try"), ("./try/", "/here/./try"), ("~/try", "/home/ada/try"), ("~", "/home/ada"),
        ("/", "/"),
    ])
    func folderMayBeRelative(value: String, folder: String) throws {
        let environment = ["AFTERWORD_HOME": value, "HOME": "/home/ada"]
        #expect(try Home(environment: environment, currentFolder: "/here").dataFolder == folder)
    }

    @Test(arguments: [
        [:], ["HOME": ""], ["HOME": "relative"], ["AFTERWORD_HOME": "~/x"], ["XDG_DATA_HOME": "/d"],
    ])
    func nowhereIsAProblem(environment: [String: String]) {
        #expect(throws: HomeProblem.nowhere) { try Home(environment: environment, currentFolder: "/") }
    }
}

@Suite struct HomeGuardTests {
    private static func home(_ scratch: Scratch, _ name: String = "home") throws -> Home {
        try Home(environment: ["AFTERWORD_HOME": scratch.path + "/" + name], currentFolder: "/")
    }

    @Test func foldersAreMadePrivate() throws {
        let scratch = try Scratch()
        let home = try Home(environment: ["HOME": scratch.path], currentFolder: "/")
        #expect(try home.prepare(user: geteuid()).isEmpty)
        for folder in [".config", ".config/afterword", ".local/share", ".local/share/afterword"] {
            #expect(try scratch.mode(folder) == 0o700)
        }
        #expect(try home.prepare(user: geteuid()).isEmpty)
    }

    @Test func absentFoldersAreFineToLookAt() throws {
        let scratch = try Scratch()
        #expect(try Self.home(scratch).inspect(user: geteuid()).isEmpty)
        #expect(access(scratch.path + "/home", F_OK) != 0)
    }

    @Test(
        arguments: ["", "/templates", "/config.yaml", "/afterword.sqlite"], [0o620, 0o602, 0o666] as [mode_t])
    func whatOthersCanChangeIsRefused(name: String, mode: mode_t) throws {
        let scratch = try Scratch()
        let home = try Self.home(scratch)
        _ = try home.prepare(user: geteuid())
        let isFolder = name.isEmpty || name == "/templates"
        let mode = isFolder ? mode | 0o100 : mode
        if isFolder {
            try scratch.folder("home" + name, mode: mode)
        } else {
            try scratch.file("home" + name, "", mode: mode)
        }
        let problem = HomeProblem.othersMayWrite(path: home.dataFolder + name, mode: mode)
        #expect(throws: problem) { try home.inspect(user: geteuid()) }
        #expect(chmod(home.dataFolder, 0o700) == 0)
    }

    @Test(arguments: ["/config.yaml", "/afterword.sqlite"])
    func whatOthersCanReadIsAWarning(name: String) throws {
        let scratch = try Scratch()
        let home = try Self.home(scratch)
        _ = try home.prepare(user: geteuid())
        let path = try scratch.file("home" + name, "", mode: 0o644)
        #expect(try home.inspect(user: geteuid()) == [HomeWarning(path: path, mode: 0o644, isFolder: false)])
    }

    @Test func openFolderIsAWarning() throws {
        let scratch = try Scratch()
        let path = try scratch.folder("home", mode: 0o755)
        #expect(
            try Self.home(scratch).prepare(user: geteuid()) == [
                HomeWarning(path: path, mode: 0o755, isFolder: true)
            ])
    }

    @Test func whatBelongsToAnotherIsRefused() throws {
        let scratch = try Scratch()
        let path = try scratch.folder("home")
        let problem = HomeProblem.notOwned(path: path, owner: geteuid())
        #expect(throws: problem) { try Self.home(scratch).inspect(user: geteuid() + 1) }
    }

    @Test func fileInThePlaceOfAFolderIsRefused() throws {
        let scratch = try Scratch()
        let path = try scratch.file("home", "")
        #expect(throws: HomeProblem.notAFolder(path: path)) {
            try Self.home(scratch).inspect(user: geteuid())
        }
        try scratch.folder("other/config.yaml")
        #expect(throws: HomeProblem.notAFile(path: scratch.path + "/other/config.yaml")) {
            try Self.home(scratch, "other").inspect(user: geteuid())
        }
    }

    @Test func folderBelowAFileCannotBeMade() throws {
        let scratch = try Scratch()
        try scratch.file("file", "")
        let path = scratch.path + "/file/home"
        let home = try Home(environment: ["AFTERWORD_HOME": path], currentFolder: "/")
        #expect(throws: HomeProblem.notCreated(path: path, .missing)) { try home.prepare(user: geteuid()) }
    }

    @Test func fileIsWrittenOnceAndPrivately() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/config.yaml"
        try Home.createFile(path, text: "me: ñ\n")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "me: ñ\n")
        #expect(try scratch.mode("config.yaml") == 0o600)
        #expect(throws: HomeProblem.exists(path: path)) { try Home.createFile(path, text: "other") }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "me: ñ\n")
    }

    @Test func fileIsNotWrittenThroughALink() throws {
        let scratch = try Scratch()
        let link = scratch.path + "/config.yaml"
        #expect(symlink(scratch.path + "/elsewhere", link) == 0)
        #expect(throws: HomeProblem.exists(path: link)) { try Home.createFile(link, text: "x") }
        #expect(access(scratch.path + "/elsewhere", F_OK) != 0)
    }
}

/// Where the marks of the ledgers are: never in the folder that `AFTERWORD_HOME` names.
@Suite struct StateFolderTests {
    @Test(arguments: [
        (["HOME": "/home/ada"], "/home/ada/.local/state/afterword"),
        (["HOME": "/home/ada", "AFTERWORD_HOME": "/srv/jobs"], "/home/ada/.local/state/afterword"),
        (["HOME": "/home/ada", "XDG_STATE_HOME": "/var/ada/"], "/var/ada/afterword"),
        (["HOME": "/home/ada", "XDG_STATE_HOME": "relative"], "/home/ada/.local/state/afterword"),
        (["AFTERWORD_HOME": "/srv/jobs"], nil),
    ])
    func marks(environment: [String: String], folder: String?) throws {
        #expect(try Home(environment: environment, currentFolder: "/").stateFolder == folder)
    }
}
