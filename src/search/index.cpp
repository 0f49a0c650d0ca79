#include "search/index.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstring>

namespace cw::search {

namespace {

Error unusable(const char* reason)
{
    return {ErrorKind::corrupt, "SEARCH-020", std::string("search index: ") + reason};
}

std::string_view codeOf(const format::Entry& entry)
{
    return {entry.code.data(), entry.codeSize};
}

std::uint64_t sumOf(std::string_view bytes) noexcept
{
    constexpr std::uint64_t prime = 0x9E3779B97F4A7C15ULL;
    std::array<std::uint64_t, 4> lanes = {1, 2, 3, 4};
    std::size_t at = 0;
    for (; at + 32 <= bytes.size(); at += 32) {
        for (std::size_t lane = 0; lane < 4; ++lane) {
            std::uint64_t value = 0;
            std::memcpy(&value, bytes.data() + at + lane * 8, 8);
            lanes[lane] = (lanes[lane] ^ value) * prime;
        }
    }
    for (; at < bytes.size(); ++at) lanes[0] = (lanes[0] ^ static_cast<unsigned char>(bytes[at])) * prime;
    std::uint64_t sum = bytes.size();
    for (const auto lane : lanes) sum = (sum ^ (lane >> 29U) ^ lane) * prime;
    return sum;
}

}  // namespace

std::uint64_t checksumOf(format::Header header, std::string_view bytes) noexcept
{
    header.checksum = 0;
    return sumOf({reinterpret_cast<const char*>(&header), sizeof header}) * 31 + sumOf(bytes);
}

struct Index::Mapping {
    void* address = nullptr;
    std::size_t size = 0;
    Mapping() = default;
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    ~Mapping()
    {
        if (address != nullptr) ::munmap(address, size);
    }
};

Index::~Index() = default;

Result<std::shared_ptr<const Index>> Index::open(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        const auto kind = errno == ENOENT ? ErrorKind::notFound : ErrorKind::io;
        return Error{kind, "SEARCH-021", "search index " + file.filename().string() + ": cannot be opened"};
    }
    struct stat status = {};
    const bool isKnown = ::fstat(descriptor, &status) == 0;
    const auto size = isKnown ? static_cast<std::size_t>(status.st_size) : 0;
    void* address = size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0) : MAP_FAILED;
    ::close(descriptor);
    if (address == MAP_FAILED) return unusable("the file is empty or cannot be mapped");
    std::shared_ptr<Index> index(new Index);
    index->m_mapping = std::make_unique<Mapping>();
    index->m_mapping->address = address;
    index->m_mapping->size = size;
    CW_CHECK(index->adopt({static_cast<const char*>(address), size}));
    return std::shared_ptr<const Index>(std::move(index));
}

Result<std::shared_ptr<const Index>> Index::fromBytes(std::string bytes)
{
    std::shared_ptr<Index> index(new Index);
    index->m_owned = std::move(bytes);
    CW_CHECK(index->adopt(index->m_owned));
    return std::shared_ptr<const Index>(std::move(index));
}

template <typename Record>
Status Index::take(const format::Header& header, format::SectionId id, std::span<const Record>& records) const
{
    const auto& section = header.section[static_cast<std::size_t>(id)];
    if (section.offset % 8 != 0 || section.offset > m_bytes.size() ||
        section.count > (m_bytes.size() - section.offset) / sizeof(Record))
        return unusable("a section lies outside the file");
    records = {reinterpret_cast<const Record*>(m_bytes.data() + section.offset), section.count};
    return {};
}

Status Index::adopt(std::string_view bytes)
{
    m_bytes = bytes;
    format::Header header;
    if (bytes.size() < sizeof header) return unusable("the file is cut off");
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != format::magic || header.version != format::version || header.sections != format::sectionCount)
        return unusable("another format or version");
    if (header.fileSize != bytes.size()) return unusable("the file is cut off");
    if (checksumOf(header, bytes.substr(sizeof header)) != header.checksum) return unusable("the content is damaged");
    using Id = format::SectionId;
    std::span<const char> text;
    CW_CHECK(take(header, Id::text, text));
    m_text = {text.data(), text.size()};
    CW_CHECK(take(header, Id::entries, m_entries));
    CW_CHECK(take(header, Id::spans, m_spans));
    CW_CHECK(take(header, Id::releases, m_releases));
    CW_CHECK(take(header, Id::terms, m_terms));
    CW_CHECK(take(header, Id::phrases, m_phrases));
    CW_CHECK(take(header, Id::phraseWords, m_phraseWords));
    CW_CHECK(take(header, Id::postings, m_postings));
    CW_CHECK(take(header, Id::targets, m_targets));
    CW_CHECK(take(header, Id::termEntries, m_termEntries));
    CW_CHECK(take(header, Id::broadPrefixes, m_broadPrefixes));
    CW_CHECK(take(header, Id::phraseBits, m_phraseBits));
    CW_CHECK(take(header, Id::entryBits, m_entryBits));
    CW_CHECK(take(header, Id::synonyms, m_synonyms));
    CW_CHECK(take(header, Id::variants, m_variants));
    CW_CHECK(take(header, Id::coverage, m_coverage));
    return {};
}

std::string_view Index::key() const noexcept
{
    const auto* header = reinterpret_cast<const format::Header*>(m_bytes.data());
    return {header->key.data(), ::strnlen(header->key.data(), format::keySize)};
}

Index::TermRange Index::termsWithPrefix(std::string_view prefix) const noexcept
{
    const auto first = std::partition_point(m_terms.begin(), m_terms.end(),
                                            [&](const format::Term& term) { return text(term.text) < prefix; });
    const auto last = std::partition_point(first, m_terms.end(), [&](const format::Term& term) {
        return text(term.text).substr(0, prefix.size()) <= prefix;
    });
    return {static_cast<std::uint32_t>(first - m_terms.begin()), static_cast<std::uint32_t>(last - m_terms.begin())};
}

Index::TermRange Index::exactTerm(std::string_view word) const noexcept
{
    const auto first = std::partition_point(m_terms.begin(), m_terms.end(),
                                            [&](const format::Term& term) { return text(term.text) < word; });
    const auto at = static_cast<std::uint32_t>(first - m_terms.begin());
    const bool isThere = first != m_terms.end() && text(first->text) == word;
    return {at, isThere ? at + 1 : at};
}

std::span<const format::Entry> Index::codesWithPrefix(CodeSystem system, bool isModifier,
                                                      std::string_view prefix) const noexcept
{
    const auto rank = [](const format::Entry& entry) {
        return entry.system * 2 + ((entry.flags & format::isModifierFlag) != 0 ? 1 : 0);
    };
    const int wanted = static_cast<int>(system) * 2 + (isModifier ? 1 : 0);
    const auto first = std::partition_point(m_entries.begin(), m_entries.end(), [&](const format::Entry& entry) {
        return rank(entry) != wanted ? rank(entry) < wanted : codeOf(entry) < prefix;
    });
    const auto last = std::partition_point(first, m_entries.end(), [&](const format::Entry& entry) {
        return rank(entry) == wanted && codeOf(entry).substr(0, prefix.size()) <= prefix;
    });
    return {first, last};
}

std::uint32_t Index::broadBitmap(std::string_view prefix) const noexcept
{
    std::array<char, 4> key = {};
    if (prefix.empty() || prefix.size() > key.size()) return format::noBitmap;
    prefix.copy(key.data(), key.size());
    const auto found = std::partition_point(m_broadPrefixes.begin(), m_broadPrefixes.end(),
                                            [&](const format::BroadPrefix& broad) { return broad.text < key; });
    return found == m_broadPrefixes.end() || found->text != key ? format::noBitmap : found->bitmap;
}

}  // namespace cw::search
