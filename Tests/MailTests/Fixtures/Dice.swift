import Fixtures

extension SeededGenerator {
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
