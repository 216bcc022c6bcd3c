/// Collects what is wrong with a configuration while it is read, so that all of it is told at once.
final class Mistakes {
    private var all: [ConfigurationProblem] = []

    func add(_ problem: ConfigurationProblem) { all.append(problem) }

    /// The first in the order of the file, with the rest; what has no place in it, or stands in another file, comes last.
    ///
    /// - Parameter file: the configuration itself.
    func first(in file: String) -> ConfigurationProblem? {
        let sorted = all.enumerated().sorted {
            ($0.element.order(in: file), $0.offset) < ($1.element.order(in: file), $1.offset)
        }
        .map(\.element)
        guard var first = sorted.first else { return nil }
        first.further = Array(sorted.dropFirst())
        return first
    }
}

extension ConfigurationProblem {
    fileprivate func order(in file: String) -> Int {
        guard self.file == file, let place else { return .max }
        // No line of a configuration is as long as the whole file may be.
        return place.line * Configuration.sizeLimit + place.column
    }
}
