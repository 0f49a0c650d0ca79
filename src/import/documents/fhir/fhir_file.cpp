#include "import/documents/fhir/fhir_file.h"

#include "base/text.h"
#include "import/documents/fhir/fhir_shape.h"

#include <algorithm>
#include <charconv>

namespace cw::fhir {

namespace {

using Kind = JsonNode::Kind;

// What a resource may be nested less than a file, because a part of a bundle puts it into one.
constexpr int bundleLevels = 4;
constexpr std::size_t kindShown = 40;

int depthOf(const Node& node)
{
    int deepest = 0;
    for (const auto& child : node.children) deepest = std::max(deepest, depthOf(child));
    const bool nests = node.kind == Kind::object || node.kind == Kind::array;
    return nests ? deepest + 1 : 0;
}

std::string firstLine(std::string_view& rest)
{
    const auto end = rest.find('\n');
    const auto line = text::trim(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    return std::string(line);
}

/// One object a line, and more than one line.
bool isNdjson(std::string_view bytes)
{
    std::string_view rest = text::trim(bytes);
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return false;
    const auto first = text::trim(rest.substr(0, end));
    return first.size() > 1 && first.front() == '{' && first.back() == '}' &&
           text::trim(rest.substr(end)).starts_with('{');
}

class Reader {
public:
    explicit Reader(const SourceFile& file) : m_name(file.name) {}

    Status readLines(std::string_view bytes)
    {
        m_file.roots.reserve(static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1);
        for (int number = 1; !bytes.empty(); ++number) {
            const auto line = firstLine(bytes);
            if (line.empty()) continue;
            const auto record = "line " + std::to_string(number);
            std::size_t repeated = 0;
            auto root = parseJson(line, record, &repeated);
            m_repeated += repeated;
            if (!root) {
                m_file.refused.push_back({record, root.error().detail});
                continue;
            }
            m_file.roots.push_back(std::move(*root));
            addRoot(m_file.roots.back(), record);
        }
        m_file.kind = "FHIR R4, " + std::to_string(m_file.roots.size()) + " lines (NDJSON)";
        return {};
    }

    Status readOne(std::string_view bytes)
    {
        CW_TRY(auto root, parseJson(bytes, m_name, &m_repeated));
        m_file.roots.push_back(std::move(root));
        const auto& node = m_file.roots.front();
        if (rawAt(node, "resourceType") != "Bundle") {
            addRoot(node, "");
            m_file.kind = "FHIR R4 " + shownKind(node);
            return {};
        }
        const auto type = lineAt(node, "type");
        m_file.kind = "FHIR R4 Bundle" + (type.empty() ? "" : " (" + type.substr(0, kindShown) + ")");
        addBundle(node);
        return {};
    }

    Result<ResourceFile> finish()
    {
        const std::string name(m_name);
        // One writer writes one version: when much of the file shows another, none of it is read as R4.
        const auto total = m_file.resources.size() + m_file.refused.size() + m_otherVersions.size();
        if (!m_otherVersions.empty() && m_otherVersions.size() * 4 >= total)
            return Error{ErrorKind::invalidInput, "IMPORT-251", name + ": " + m_otherVersions.front().reason};
        m_file.refused.insert(m_file.refused.end(), m_otherVersions.begin(), m_otherVersions.end());
        if (m_file.resources.empty())
            return Error{ErrorKind::invalidInput, "IMPORT-250",
                         name + ": " +
                             (m_file.refused.empty() ? "no FHIR resource in it"
                                                     : m_file.refused.front().record +
                                                           (m_file.refused.front().record.empty() ? "" : ": ") +
                                                           m_file.refused.front().reason)};
        addNotes();
        return std::move(m_file);
    }

private:
    static std::string shownKind(const Node& node) { return lineAt(node, "resourceType").substr(0, kindShown); }

    void refuse(const std::string& record, const std::string& pointer, const std::string& reason)
    {
        m_file.refused.push_back({record, (pointer.empty() ? "" : pointer + " ") + reason});
    }

    void addBundle(const Node& bundle)
    {
        const auto& entries = at(bundle, "entry");
        if (!entries.isNull() && entries.kind != Kind::array) return refuse("Bundle", "/entry", "must be an array");
        const auto& identifier = at(bundle, "identifier");
        if (rawAt(identifier, "system") == partSystem) {
            const auto value = rawAt(identifier, "value");
            m_file.isPart =
                std::from_chars(value.data(), value.data() + value.size(), m_file.ownCount).ec == std::errc();
        }
        for (std::size_t index = 0; index < entries.children.size(); ++index) {
            const auto record = "entry " + std::to_string(index + 1);
            const auto pointer = "/entry/" + std::to_string(index);
            const auto& entry = entries.children[index];
            if (entry.kind != Kind::object) {
                refuse(record, pointer, "must be an object");
                continue;
            }
            const auto& resource = at(entry, "resource");
            m_isContext = m_file.isPart && static_cast<int>(index) >= m_file.ownCount;
            if (resource.isNull())
                ++m_empty;
            else
                add(resource, record, pointer + "/resource", lineAt(entry, "fullUrl"));
        }
    }

    void addRoot(const Node& root, const std::string& record)
    {
        if (depthOf(root) + bundleLevels > static_cast<int>(jsonDepthLimit))
            return refuse(record, "",
                          "nested deeper than " + std::to_string(jsonDepthLimit - bundleLevels) + " levels");
        add(root, record, "", "");
    }

    void add(const Node& node, const std::string& record, const std::string& pointer, std::string fullUrl)
    {
        const std::string type(rawAt(node, "resourceType"));
        if (type.empty()) return refuse(record, pointer + "/resourceType", "is needed and must be a string");
        const auto place = (record.empty() ? "" : record + ", ") + shownKind(node);
        if (const auto sign = findOtherVersion(node)) {
            if (!isBlueButtonClaim(node)) {
                m_otherVersions.push_back({place, type.substr(0, kindShown) + "." + sign->member + " is FHIR " +
                                                      sign->version + ", only R4 (4.0) is read"});
                return;
            }
            ++m_blueButton;
        }
        if (auto fault = findShapeFault(node)) return refuse(place, pointer + fault->pointer, fault->reason);
        addOnce({&node, shownKind(node), lineAt(node, "id"), std::move(fullUrl), record, m_isContext});
    }

    /// Of several versions of one resource the newest stays; what cannot be told apart is refused.
    void addOnce(Resource resource)
    {
        const auto key = resource.fullUrl.empty() ? resource.typedId() : resource.fullUrl;
        if (key.empty()) return m_file.resources.push_back(std::move(resource));
        const auto [found, isNew] = m_known.emplace(key, m_file.resources.size());
        if (isNew) return m_file.resources.push_back(std::move(resource));
        auto& known = m_file.resources[found->second];
        const auto newer = lineAt(at(*resource.node, "meta"), "lastUpdated");
        const auto older = lineAt(at(*known.node, "meta"), "lastUpdated");
        ++m_again;
        if (newer > older && !older.empty())
            known = std::move(resource);
        else if ((newer.empty() || older.empty() || newer == older) &&
                 writeBundle({&known}) != writeBundle({&resource}))
            refuse(resource.place(), "", "stands in the file before, and no meta.lastUpdated tells which is newer");
    }

    void addNotes()
    {
        const auto note = [this](std::size_t count, const std::string& text) {
            if (count > 0) m_file.notes.push_back(std::to_string(count) + " " + text);
        };
        note(m_empty, "entries of the bundle hold no resource");
        note(m_again, "resources stand in the file more than once; the newest of each was used");
        note(m_repeated, "members stand twice in one object; the first of each was used");
        note(m_blueButton, "CMS Blue Button claims in their STU3 form were read for their codes");
    }

    std::string_view m_name;
    ResourceFile m_file;
    std::unordered_map<std::string, std::size_t> m_known;
    std::vector<RefusedRecord> m_otherVersions;
    bool m_isContext = false;
    std::size_t m_repeated = 0;
    std::size_t m_empty = 0;
    std::size_t m_again = 0;
    std::size_t m_blueButton = 0;
};

}  // namespace

Result<ResourceFile> readResources(const SourceFile& file)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    auto bytes = file.bytes;
    std::string decoded;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        CW_TRY(decoded, toUtf8(bytes, "", file.name));
        bytes = decoded;
    }
    if (bytes.starts_with(byteOrderMark)) bytes.remove_prefix(byteOrderMark.size());
    Reader reader(file);
    if (isNdjson(bytes))
        CW_CHECK(reader.readLines(bytes));
    else
        CW_CHECK(reader.readOne(bytes));
    return reader.finish();
}

}  // namespace cw::fhir
