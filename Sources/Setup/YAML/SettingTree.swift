/// The configuration as written, before it is known what it means: keys and values with their places.
struct Setting: Equatable, Sendable {
    let key: String
    let keyPlace: Place
    let value: Value
    let valuePlace: Place

    /// Every scalar is text here: `off`, `no`, `08:00-19:00` and `12:30:00` mean what they show, whatever
    /// YAML 1.1 makes of them.
    indirect enum Value: Equatable, Sendable {
        /// Nothing behind the colon, or `~`, or `null`.
        case nothing
        case text(String)
        case list
        case section([Setting])

        var shape: ConfigurationProblem.Shape {
            switch self {
            case .list: .list
            case .section: .section
            case .nothing, .text: .value
            }
        }
    }
}
