#pragma once

#include "import/reference_file.h"
#include "tests/import/fixtures.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace cw::test {

/// Reads a text through the table of readers, as parseReferenceBytes() does: the first that knows it.
inline Result<ParsedList> parseCms(std::string bytes, const std::string& name, const CodeFileOptions& options = {},
                                   const Progress& progress = Progress())
{
    const SourceText text{std::move(bytes), name, name, {name}};
    const auto head = std::string_view(text.bytes).substr(0, 64U << 10U);
    for (const auto& reader : cmsListReaders())
        if (reader.recognise(head, name)) return reader.parse(text, options, progress);
    return Error{ErrorKind::notFound, "TEST-001", name + ": not recognised"};
}

/// The content of a list, which must be of that kind.
template <class T>
const T& contentOf(const ParsedList& list)
{
    return std::get<T>(list.content);
}

/// The only list of an official file.
inline Result<ParsedList> parseOnlyList(const std::filesystem::path& file)
{
    CW_TRY(auto parsed, parseReferenceFile(file, {}, Progress()));
    if (parsed.lists.size() != 1 || !parsed.releases.empty())
        return Error{ErrorKind::conflict, "TEST-002", "holds not exactly one list"};
    return std::move(parsed.lists.front());
}

}  // namespace cw::test
