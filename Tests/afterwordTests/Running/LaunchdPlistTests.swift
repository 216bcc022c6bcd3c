import Foundation
import Testing

@testable import afterword

@Suite struct LaunchdPlistTests {
    @Test func itIsAPropertyListThatStartsThisProgram() throws {
        let environment = [
            "HOME": "/Users/ada", "AFTERWORD_HOME": "/Users/ada/R&D <jobs>", "PATH": "/usr/bin",
        ]
        let site = try RunSite(
            program: "/opt/after & word/afterword",
            home: try Home(environment: environment, currentFolder: "/"),
            environment: environment)
        let text = LaunchdPlist(site: site).text
        let list = try PropertyListSerialization.propertyList(from: Data(text.utf8), format: nil)
        let fields = try #require(list as? [String: Any])
        #expect(fields["ProgramArguments"] as? [String] == ["/opt/after & word/afterword", "run"])
        #expect(
            fields["EnvironmentVariables"] as? [String: String]
                == ["AFTERWORD_HOME": "/Users/ada/R&D <jobs>", "PATH": "/usr/bin"])
        #expect(fields["Label"] as? String == LaunchdPlist.label)
        #expect(fields["Umask"] as? Int == 0o077)
    }
}
