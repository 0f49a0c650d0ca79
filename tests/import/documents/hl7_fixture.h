#pragma once

#include "import/documents/readers.h"
#include "tests/import/fixtures.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace cw::test {

/// Segments as a message: each ended by CR.
inline std::string hl7(const std::vector<std::string>& segments)
{
    std::string bytes;
    for (const auto& segment : segments) bytes += segment + "\r";
    return bytes;
}

/// A segment by its field numbers.
inline std::string segment(const std::string& id, const std::map<int, std::string>& fields)
{
    std::string text = id;
    int number = 0;
    for (const auto& [at, value] : fields) {
        for (; number < at; ++number) text += '|';
        text += value;
    }
    return text;
}

/// "MSH" of a message of this kind ("ADT^A01"), sent on 2025-03-18 at 10:30.
inline std::string msh(const std::string& kind, const std::string& characterSet = "")
{
    return "MSH|^~\\&|APP|CLINIC|CW|CW|20250318103000||" + kind + "|C1|P|2.5.1|||||" +
           (characterSet.empty() ? "" : "|" + characterSet);
}

inline const std::string testPatient = "PID|1||MRN-7^^^CLINIC^MR||Quill^Ada^B||19610412|F";

inline Result<IncomingFile> readHl7(const std::string& bytes)
{
    CountingIdSource ids;
    const IncomingOptions options;
    const Progress progress;
    return readHl7File({bytes, "in.hl7", options, ids, progress});
}

/// The one item of a file that must be read without refusals.
inline Incoming readOne(const std::string& bytes)
{
    auto file = readHl7(bytes);
    EXPECT_TRUE(file) << outcome(file);
    if (!file) return {};
    EXPECT_EQ(1U, file->items.size());
    for (const auto& refused : file->refused) ADD_FAILURE() << refused.record << ": " << refused.reason;
    return file->items.empty() ? Incoming() : std::move(file->items.front());
}

/// The words of each block, with its kind in front: "H1 Lipids", "P Status: final", "R LDL|110|…", "N …".
inline std::vector<std::string> blocksOf(const Rendition& rendition)
{
    std::vector<std::string> blocks;
    const auto words = [&](TextRange range) {
        return rendition.text.substr(static_cast<std::size_t>(range.begin),
                                     static_cast<std::size_t>(range.end - range.begin));
    };
    for (const auto& block : rendition.blocks) {
        std::string text(1, "HPLRFN"[static_cast<std::size_t>(block.kind)]);
        if (block.kind == BlockKind::heading) text += std::to_string(block.level);
        text += " ";
        if (block.cells.empty()) text += words(block.range);
        for (std::size_t i = 0; i < block.cells.size(); ++i) text += (i == 0 ? "" : "|") + words(block.cells[i].range);
        blocks.push_back(std::move(text));
    }
    return blocks;
}

/// Where the code's words stand in its document.
inline std::string spanOf(const IncomingDocument& document, const SourceCode& code)
{
    return document.document.rendition.text.substr(static_cast<std::size_t>(code.span.begin),
                                                   static_cast<std::size_t>(code.span.end - code.span.begin));
}

}  // namespace cw::test
