import TestFiles
import Testing

@testable import Setup

extension Sample {
    static func read(
        _ text: String, folder: String = "/etc/afterword", homeFolder: String? = "/home/ada"
    ) throws(ConfigurationProblem) -> Configuration {
        let surroundings = Section.Surroundings(file: "config.yaml", folder: folder, homeFolder: homeFolder)
        return try Configuration(Array(text.utf8), surroundings)
    }

    /// What is wrong with a text; an issue where nothing is.
    static func problem(_ text: String) -> ConfigurationProblem? {
        do throws(ConfigurationProblem) {
            _ = try read(text)
        } catch {
            return error
        }
        Issue.record("nothing wrong was found")
        return nil
    }
}
