import CIdn2

/// The domain of an address: letters, digits and hyphens (RFC 5321 2.3.5), U-labels turned into A-labels
/// by IDNA2008 without transitional mappings (RFC 5891, UTS 46).
enum DomainName {
    /// Lower-cased, in A-labels.
    static func canonical(_ text: String) throws(InputProblem.AddressFault) -> String {
        guard !text.isEmpty, !text.unicodeScalars.contains(where: \.isForbiddenInField) else {
            throw .domain(text)
        }
        let lowered = text.lowercased()
        guard
            lowered.utf8.contains(where: { $0 >= 0x80 })
                || lowered.utf8.contains(UInt8(ascii: "-")) && lowered.contains("xn--")
        else {
            try check(lowered, of: text)
            return lowered
        }
        guard let mapped = encoded(lowered) else { throw .domain(text) }
        try check(mapped, of: text)
        for label in mapped.split(separator: ".") where label.hasPrefix("xn--") {
            guard let unicode = decoded(String(label)) else { throw .domain(text) }
            try check(scriptsOf: unicode, of: text)
        }
        return mapped
    }

    /// Labels of 1 to 63 letters, digits and inner hyphens, at most 253 octets, and no bare IP address.
    private static func check(_ domain: String, of text: String) throws(InputProblem.AddressFault) {
        let labels = Array(domain.utf8).split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard domain.utf8.count <= 253, labels.allSatisfy(isLabel),
            let last = labels.last, !last.allSatisfy({ (0x30...0x39).contains($0) })
        else { throw .domain(text) }
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
            && label.allSatisfy { $0 == hyphen || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    }

    private static func check(
        scriptsOf label: String, of text: String
    ) throws(InputProblem.AddressFault) {
        switch WritingSystem.mixture(in: label) {
        case .single: return
        case .mixed: throw .mixedScripts(label: label)
        case .unusual: throw .domain(text)
        }
    }

    /// The A-labels of a domain; nil where IDNA2008 has none.
    private static func encoded(_ domain: String) -> String? {
        converted(domain) { source, target in
            let flags = Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
            return source.withMemoryRebound(to: UInt8.self, capacity: domain.utf8.count + 1) { octets in
                var result: UnsafeMutablePointer<UInt8>?
                let code = idn2_lookup_u8(octets, &result, flags)
                target = UnsafeMutableRawPointer(result)
                return code
            }
        }
    }

    /// The U-label of an A-label.
    private static func decoded(_ label: String) -> String? {
        converted(label) { source, target in
            var result: UnsafeMutablePointer<CChar>?
            let code = idn2_to_unicode_8z8z(source, &result, 0)
            target = UnsafeMutableRawPointer(result)
            return code
        }
    }

    /// Copies what libidn2 allocated and frees it.
    private static func converted(
        _ text: String, by convert: (UnsafePointer<CChar>, inout UnsafeMutableRawPointer?) -> Int32
    ) -> String? {
        text.withCString { source in
            var result: UnsafeMutableRawPointer?
            let code = convert(source, &result)
            defer { idn2_free(result) }
            guard code == Int32(IDN2_OK.rawValue), let result else { return nil }
            return String(validatingCString: result.assumingMemoryBound(to: CChar.self))
        }
    }
}
