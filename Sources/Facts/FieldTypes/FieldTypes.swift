/// The types that a vocabulary can name, one row each. Enumerations, records, lists and references are made of these by ``FieldType``.
package enum FieldTypes {
    /// - Parameter words: the words of the vocabulary, for types that are written in words.
    package static func all(_ words: Words) -> [any ScalarType] {
        [
            TextType(), IntegerType(), DecimalType(), RatioType(), BooleanType(words: words), DateType(), WindowType(words: words),
            DurationType(), PersonNameType(words: words), IdentityNumberType(),
        ]
    }
}
