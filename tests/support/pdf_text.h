#pragma once

#include "tests/support/temporary_folder.h"

#include <array>
#include <cstdio>
#include <memory>
#include <string>

namespace cw::test {

/// What a command prints; empty when it cannot be run.
inline std::string printed(const std::string& command)
{
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    std::string out;
    if (pipe == nullptr) return out;
    std::array<char, 4096> buffer{};
    while (const auto size = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) out.append(buffer.data(), size);
    return out;
}

inline bool hasPdfTools()
{
    return !printed("command -v pdftotext").empty();
}

/// Text of a PDF as pdftotext (poppler) reads it back, page after page parted by form feeds.
inline std::string pdfText(const std::filesystem::path& file)
{
    return printed("pdftotext -enc UTF-8 '" + file.string() + "' - 2>/dev/null");
}

/// White space folded to single spaces, so that line breaks of a layout do not matter.
inline std::string onOneLine(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        const bool isSpace = c == ' ' || (c >= '\t' && c <= '\r');
        if (!isSpace)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    return out;
}

}  // namespace cw::test
