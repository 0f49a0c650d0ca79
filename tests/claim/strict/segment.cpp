#include "tests/claim/strict/segment.h"

#include "base/text.h"

namespace cw::strict {

std::string_view Seg::at(std::size_t element) const
{
    return element < parts.size() ? parts[element] : std::string_view{};
}

std::string_view Seg::at(std::size_t element, std::size_t component) const
{
    const auto all = components(element);
    return component >= 1 && component <= all.size() ? all[component - 1] : std::string_view{};
}

std::vector<std::string_view> Seg::components(std::size_t element) const
{
    const auto value = at(element);
    if (value.empty()) return {};
    return text::split(value, componentSign);
}

std::string Seg::where() const
{
    return "segment " + std::to_string(number) + " " + std::string(tag());
}

Seg segmentOf(std::string_view text, int number, const Signs& signs)
{
    return {.parts = text::split(text, signs.element), .number = number, .componentSign = signs.component};
}

namespace {

/// The line end behind the first segment: "", "\n" or "\r\n".
std::string_view lineEndAt(std::string_view rest)
{
    if (rest.starts_with("\r\n")) return rest.substr(0, 2);
    return rest.starts_with("\n") ? rest.substr(0, 1) : std::string_view{};
}

}  // namespace

std::vector<Seg> segmentsOf(std::string_view file, Signs& signs, Faults& faults)
{
    constexpr std::size_t isaWidth = 106;
    if (!file.starts_with("ISA") || file.size() < isaWidth)
        return faults.push_back("the file does not start with an ISA of 106 characters"), std::vector<Seg>{};
    signs = {.element = file[3], .repetition = file[82], .component = file[104], .terminator = file[105]};
    const auto lineEnd = lineEndAt(file.substr(isaWidth));
    std::vector<Seg> segments;
    int number = 0;
    while (!file.empty()) {
        ++number;
        const auto end = file.find(signs.terminator);
        if (end == std::string_view::npos) {
            faults.push_back("text behind the last segment");
            break;
        }
        segments.push_back(segmentOf(file.substr(0, end), number, signs));
        if (segments.back().tag().empty()) faults.push_back("segment " + std::to_string(number) + ": no tag");
        file.remove_prefix(end + 1);
        if (!file.starts_with(lineEnd))
            faults.push_back("segment " + std::to_string(number) + ": another line end than the first");
        else
            file.remove_prefix(lineEnd.size());
    }
    return segments;
}

}  // namespace cw::strict
