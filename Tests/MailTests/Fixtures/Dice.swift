/// Chance that falls the same way each time (SplitMix64), so that what failed once fails again.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The bytes with some of them changed, left out, doubled or cut off.
    mutating func spoiled(_ bytes: [UInt8]) -> [UInt8] {
        var spoiled = bytes
        for _ in 0..<Int.random(in: 1...6, using: &self) where !spoiled.isEmpty {
            let index = Int.random(in: spoiled.indices, using: &self)
            switch Int.random(in: 0..<5, using: &self) {
            case 0: spoiled[index] = UInt8.random(in: 0...255, using: &self)
            case 1: spoiled.remove(at: index)
            case 2:
                spoiled.insert(Array("(){}\"\\\r\n[] \0".utf8).randomElement(using: &self) ?? 0, at: index)
            case 3: spoiled.insert(contentsOf: spoiled[index...].prefix(20), at: index)
            default: spoiled.removeLast(spoiled.count - index)
            }
        }
        return spoiled
    }
}
