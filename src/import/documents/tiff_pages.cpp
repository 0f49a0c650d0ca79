#include "import/documents/render.h"

#include <set>

namespace cw {

namespace {

constexpr int pageLimit = 5'000;

Error damaged(std::string_view label, std::string_view reason)
{
    return {ErrorKind::invalidInput, "IMPORT-222", std::string(label) + ": the TIFF is " + std::string(reason)};
}

/// A TIFF's directories (TIFF 6.0, section 2), every place checked against the end of the file.
class TiffPages {
public:
    TiffPages(std::string_view bytes, std::string_view label)
        : m_bytes(bytes), m_label(label), m_isBigEndian(bytes.starts_with("MM"))
    {}

    Result<int> count()
    {
        std::set<std::uint64_t> seen;
        int pages = 0;
        for (auto at = number(4, 4); at != 0;) {
            if (!seen.insert(at).second) return damaged(m_label, "damaged: its pages go round in a circle");
            if (++pages > pageLimit)
                return Error{ErrorKind::invalidInput, "IMPORT-223", m_label + ": the TIFF has more than 5,000 pages"};
            CW_CHECK(readPage(at, pages));
            at = number(at + 2 + number(at, 2) * 12, 4);
        }
        if (pages == 0) return damaged(m_label, "without any page");
        return pages;
    }

private:
    struct Entry {
        std::uint64_t type = 0;
        std::uint64_t count = 0;
        std::uint64_t place = 0;  ///< Where its values stand.
        std::uint64_t width() const noexcept { return type == 3 ? 2 : type == 4 ? 4 : 1; }
    };

    bool has(std::uint64_t at, std::uint64_t size) const noexcept
    {
        return at <= m_bytes.size() && size <= m_bytes.size() - at;
    }
    /// 0 beyond the end.
    std::uint64_t number(std::uint64_t at, std::uint64_t size) const noexcept
    {
        if (!has(at, size)) return 0;
        std::uint64_t value = 0;
        for (std::uint64_t i = 0; i < size; ++i) {
            const auto place = at + (m_isBigEndian ? i : size - 1 - i);
            value = value << 8U | static_cast<unsigned char>(m_bytes[static_cast<std::size_t>(place)]);
        }
        return value;
    }
    Entry entry(std::uint64_t at) const noexcept
    {
        Entry found{number(at + 2, 2), number(at + 4, 4), at + 8};
        if (found.width() * found.count > 4) found.place = number(at + 8, 4);
        return found;
    }
    std::uint64_t value(const Entry& entry, std::uint64_t index) const noexcept
    {
        return number(entry.place + index * entry.width(), entry.width());
    }

    Status readPage(std::uint64_t at, int page)
    {
        const auto where = m_label + ", page " + std::to_string(page);
        const auto entries = number(at, 2);
        if (entries == 0 || !has(at, 2 + entries * 12 + 4)) return damaged(where, "cut off");
        std::uint64_t width = 0;
        std::uint64_t height = 0;
        Entry offsets;
        Entry sizes;
        for (std::uint64_t i = 0; i < entries; ++i) {
            const auto place = at + 2 + i * 12;
            switch (number(place, 2)) {
            case 256: width = value(entry(place), 0); break;
            case 257: height = value(entry(place), 0); break;
            case 273:
            case 324: offsets = entry(place); break;
            case 279:
            case 325: sizes = entry(place); break;
            default: break;
            }
        }
        CW_CHECK(checkPixels(width, height, where));
        return checkData(offsets, sizes, where);
    }

    Status checkData(const Entry& offsets, const Entry& sizes, const std::string& where) const
    {
        if (offsets.count == 0 || offsets.count != sizes.count) return damaged(where, "without image data");
        if (!has(offsets.place, offsets.count * offsets.width()) || !has(sizes.place, sizes.count * sizes.width()))
            return damaged(where, "cut off");
        for (std::uint64_t i = 0; i < offsets.count; ++i)
            if (!has(value(offsets, i), value(sizes, i))) return damaged(where, "cut off");
        return {};
    }

    std::string_view m_bytes;
    std::string m_label;
    bool m_isBigEndian;
};

}  // namespace

Result<PagedFacts> checkTiff(std::string_view bytes, std::string_view label)
{
    CW_TRY(const auto pages, TiffPages(bytes, label).count());
    return PagedFacts{pages, false, {}};
}

}  // namespace cw
