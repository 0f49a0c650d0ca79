#pragma once

#include "search/index.h"

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace cw::search {

/// Collects the sections of the file.
class Sections {
public:
    template <typename Record>
    void put(format::SectionId id, const std::vector<Record>& records)
    {
        static_assert(std::is_trivially_copyable_v<Record>);
        auto& section = m_header.section[static_cast<std::size_t>(id)];
        m_bytes.resize((m_bytes.size() + 7) / 8 * 8, '\0');
        section.offset = sizeof(format::Header) + m_bytes.size();
        section.count = records.size();
        if (!records.empty())
            m_bytes.append(reinterpret_cast<const char*>(records.data()), records.size() * sizeof(Record));
    }
    std::string finish(std::string_view key)
    {
        m_header.magic = format::magic;
        m_header.version = format::version;
        m_header.sections = format::sectionCount;
        m_header.fileSize = sizeof(format::Header) + m_bytes.size();
        key.substr(0, format::keySize - 1).copy(m_header.key.data(), format::keySize - 1);
        m_header.checksum = checksumOf(m_header, m_bytes);
        std::string file(reinterpret_cast<const char*>(&m_header), sizeof m_header);
        file += m_bytes;
        return file;
    }

private:
    static_assert(sizeof(format::Header) % 8 == 0);
    format::Header m_header = {};
    std::string m_bytes;
};

}  // namespace cw::search
