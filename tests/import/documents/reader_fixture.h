#pragma once

#include "import/documents/readers.h"
#include "tests/import/fixtures.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace cw::test {

inline Result<IncomingFile> readBytes(std::string bytes, const std::string& name, const std::string& password = {})
{
    CountingIdSource ids;
    return readIncoming(std::move(bytes), name, {password}, ids, Progress());
}

inline std::string fileBytes(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline std::string words(const Rendition& rendition, const TextRange& range)
{
    return rendition.text.substr(static_cast<std::size_t>(range.begin),
                                 static_cast<std::size_t>(range.end - range.begin));
}

/// One line a block: what it is, and its words; cells parted by '|', emphasis in '*'.
inline std::string shape(const Rendition& rendition)
{
    static constexpr const char* names[] = {"h", "p", "li", "tr", "pre", "note"};
    Rendition marked = rendition;
    std::string out;
    const auto marks = [&rendition](const TextRange& range) {
        auto text = words(rendition, range);
        for (auto mark = rendition.emphasis.rbegin(); mark != rendition.emphasis.rend(); ++mark) {
            if (mark->begin < range.begin || mark->end > range.end) continue;
            text.insert(static_cast<std::size_t>(mark->end - range.begin), "*");
            text.insert(static_cast<std::size_t>(mark->begin - range.begin), "*");
        }
        return text;
    };
    for (const auto& block : rendition.blocks) {
        out += names[static_cast<int>(block.kind)];
        if (block.level != 0) out += std::to_string(block.level);
        out += ": ";
        if (block.cells.empty()) out += marks(block.range);
        for (const auto& cell : block.cells) out += marks(cell.range) + "|";
        out += "\n";
    }
    return out;
}

/// The shape of the one document of a file, or why there is none.
inline std::string shapeOf(const std::string& bytes, const std::string& name)
{
    const auto file = readBytes(bytes, name);
    if (!file) return describe(file.error());
    if (file->items.size() != 1 || file->items[0].documents.size() != 1) return "not one document";
    const auto& document = file->items[0].documents[0].document;
    // What is stored can be read back.
    const auto again = readLayout(document.rendition.text, writeLayout(document.rendition));
    if (!again || *again != document.rendition) return "the layout does not fit the text";
    return shape(document.rendition);
}

}  // namespace cw::test
