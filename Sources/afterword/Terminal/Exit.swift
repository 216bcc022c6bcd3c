/// How a run ends, as sysexits.h spells it; of several the gravest counts.
enum Exit: Int32, Comparable {
    case done = 0
    /// Something was deferred and will be retried (EX_TEMPFAIL).
    case deferred = 75
    /// Something now needs the user: refused, unconfirmed, held, a blocked draft.
    case needsUser = 1
    /// EX_UNAVAILABLE.
    case serverUnavailable = 69
    /// EX_USAGE.
    case usage = 64
    /// Bad input, or refused by etiquette (EX_DATAERR).
    case badInput = 65
    /// Our own fault (EX_SOFTWARE).
    case fault = 70
    /// EX_CANTCREAT.
    case cannotWrite = 73
    /// EX_NOPERM.
    case permission = 77
    /// Configuration, login, clock (EX_CONFIG).
    case configuration = 78

    /// From the mildest to the gravest.
    private static let gravity: [Exit] = [
        .done, .deferred, .needsUser, .serverUnavailable, .usage, .badInput, .fault, .cannotWrite,
        .permission, .configuration,
    ]

    static func < (left: Exit, right: Exit) -> Bool {
        (gravity.firstIndex(of: left) ?? 0) < (gravity.firstIndex(of: right) ?? 0)
    }
}
