#pragma once

#include "import/documents/hl7/escapes.h"
#include "import/documents/hl7/raw_messages.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cw::hl7 {

/// A field, one repetition of it, or a part of one. Reading what is not there gives empty text. Views live as long as
/// the message.
class Field {
public:
    Field(std::string_view text, const Delimiters& delimiters) : m_text(text), m_delimiters(&delimiters) {}

    bool isEmpty() const noexcept { return m_text.empty(); }
    /// `""`: the sender says that there is no value (HL7 v2.5.1 section 2.5.3). Its text is empty.
    bool isNull() const noexcept { return m_text == "\"\""; }
    std::string_view raw() const noexcept { return m_text; }
    std::vector<Field> repetitions() const;
    Field component(int number) const;  ///< From 1.
    Field subcomponent(int number) const;
    std::vector<Field> components() const;
    /// Without escapes and without white space at both ends.
    std::string text() const;
    std::string text(int component) const { return this->component(component).text(); }
    /// The first subcomponent when the component has several.
    std::string text(int component, int subcomponent) const;
    /// Without escapes, white space as it is: lines of a report.
    std::string verbatim() const;

private:
    Field part(char separator, int number) const;
    std::vector<Field> parts(char separator) const;

    std::string_view m_text;
    const Delimiters* m_delimiters;
};

class Segment {
public:
    Segment(std::string_view text, int number, int line, const Delimiters& delimiters);

    std::string_view id() const noexcept { return m_text.substr(0, 3); }
    /// Counted as the standard does, also in MSH, where field 1 is the separator.
    Field field(int number) const;
    /// First repetition of the field.
    Field first(int number) const;
    std::vector<Field> repetitions(int number) const { return field(number).repetitions(); }
    /// Text of the first component of the first repetition.
    std::string text(int number) const { return first(number).text(1, 1); }
    std::string text(int number, int component) const { return first(number).text(component, 1); }
    int number() const noexcept { return m_number; }  ///< In the message, from 1.
    int line() const noexcept { return m_line; }      ///< In the file, from 1.

private:
    std::string_view m_text;
    std::vector<std::string_view> m_fields;
    const Delimiters* m_delimiters;
    int m_number;
    int m_line;
};

/// A message whose header holds. Text is UTF-8.
class Message {
public:
    /// Judges MSH and decodes the text by MSH-18 (HL7 table 0211). A character set that does not fit or is none we read is
    /// decoded as it fits best, and noted. Fails with invalidInput: IMPORT-273 (MSH cut off or longer than 4 KB),
    /// -274 (MSH-1), -275 (MSH-2), -276 (no MSH-9).
    static Result<Message> parse(const RawMessage& raw, std::vector<std::string>& notes);

    int number() const noexcept { return m_raw->number; }
    const std::string& type() const noexcept { return m_type; }    ///< MSH-9.1: "ADT".
    const std::string& event() const noexcept { return m_event; }  ///< MSH-9.2, else EVN-1: "A01".
    const Segment& header() const noexcept { return m_segments.front(); }
    const std::vector<Segment>& segments() const noexcept { return m_segments; }
    /// Bytes of these segments as they were sent, ended by CR: a message again when the header is among them.
    std::string bytesOf(const std::vector<const Segment*>& segments) const;
    const Delimiters& delimiters() const noexcept { return *m_delimiters; }

private:
    Message() = default;
    const RawMessage* m_raw = nullptr;
    std::shared_ptr<const Delimiters> m_delimiters;
    std::shared_ptr<std::vector<std::string>> m_text;
    std::vector<Segment> m_segments;
    std::string m_type;
    std::string m_event;
};

}  // namespace cw::hl7
