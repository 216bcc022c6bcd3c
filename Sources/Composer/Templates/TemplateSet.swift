import Foundation

/// All templates of one language, the shipped ones and the user's own.
public struct TemplateSet: Sendable {
    /// In the order of their names.
    public let templates: [Template]
    private let byVariant: [Variant: [Template]]

    /// The folder that holds a folder for each shipped language. It lies in the resource bundle, which is found
    /// beside an installed executable.
    public static var shippedFolder: URL {
        Bundle.module.bundleURL.appendingPathComponent("Templates", isDirectory: true)
    }

    /// Reads every `.txt` file of a language and refuses the whole set for one fault, so that a mistake in a
    /// template shows when it is made and not when a message is due.
    ///
    /// - Parameters:
    ///   - shipped: holds a folder for each language.
    ///   - own: the user's folder: its files, and those in its folder of that language, join the set; a file
    ///     of the same name wins over the shipped one. It may be missing.
    ///   - language: a language tag such as `en-GB`.
    public static func load(
        shipped: URL, own: URL?, language: String
    ) throws(TemplateProblem) -> TemplateSet {
        guard language.isLanguageTag else { throw .notALanguage(language) }
        var files = try TemplateFolder(shipped.appendingPathComponent(language)).files()
        if let own {
            for folder in [own, own.appendingPathComponent(language)] {
                files.merge(try TemplateFolder(folder).files()) { _, own in own }
            }
        }
        var templates: [Template] = []
        for (name, url) in files.sorted(by: { $0.key < $1.key }) {
            guard let variant = Variant(templateName: name) else { throw .unknownVariant(file: url.path) }
            let text = try TemplateFile.text(of: url)
            templates.append(
                try Template(name: name, variant: variant, language: language, text: text, file: url.path))
        }
        return try TemplateSet(templates, language: language)
    }

    private init(_ templates: [Template], language: String) throws(TemplateProblem) {
        self.templates = templates
        byVariant = Dictionary(grouping: templates, by: \.variant)
        for variant in Variant.allCases where byVariant[variant] == nil {
            throw .noTemplates(variant, language: language)
        }
    }

    /// The template that words the next message: the first by name that was used neither in this panel nor for
    /// this person. Nil where none is left; a message without new words stays a draft (rule `thank-each`).
    /// A decision-status message or feedback request exists once in a recruitment, so that the same words serve
    /// again where no others are left.
    public func choose(
        _ variant: Variant, usedInPanel: Set<String> = [], usedForPerson: Set<String> = []
    ) -> Template? {
        let all = byVariant[variant] ?? []
        let unused = all.first { !usedInPanel.contains($0.name) && !usedForPerson.contains($0.name) }
        return unused ?? (variant.wordsAreUsedOnce ? nil : all.first)
    }

    /// The template of this name.
    public subscript(name: String) -> Template? {
        templates.first { $0.name == name }
    }
}

extension String {
    /// Letters, digits and hyphens: nothing that leads out of a folder.
    fileprivate var isLanguageTag: Bool {
        !isEmpty && utf8.count <= 35
            && unicodeScalars.allSatisfy {
                $0.isASCII && ($0 == "-" || $0.properties.isAlphabetic || $0.properties.numericType != nil)
            }
    }
}
