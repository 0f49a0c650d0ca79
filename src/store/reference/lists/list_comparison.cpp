#include "store/reference/lists/list_comparison.h"

#include <algorithm>

namespace cw::store {

namespace {

struct KeyedRow {
    std::string key;
    std::string content;
    auto operator<=>(const KeyedRow&) const = default;
};

class KeyedRows {
public:
    void add(const std::vector<std::string>& key, const std::vector<std::string>& content)
    {
        m_rows.push_back({packParts(key), packParts(content)});
    }
    std::vector<KeyedRow> sorted()
    {
        std::sort(m_rows.begin(), m_rows.end());
        return std::move(m_rows);
    }

    void operator()(const Tabular& tabular)
    {
        for (const auto& node : tabular.nodes) {
            std::vector<std::string> content{node.title};
            for (const auto& note : node.notes) content.push_back(std::string(toString(note.kind)) + " " + note.text);
            for (const auto& seventh : node.seventhCharacters) content.push_back(seventh.character + seventh.meaning);
            add({std::to_string(static_cast<int>(node.level)), node.name}, content);
        }
    }
    void operator()(const IndexTree& index)
    {
        std::vector<std::string> paths;
        paths.reserve(index.terms.size());
        for (const auto& term : index.terms) {
            auto path = term.parent < 0 ? std::string() : paths[static_cast<std::size_t>(term.parent)];
            paths.push_back(path + "\n" + term.title);
            add({paths.back()},
                {term.nonessential, packParts(term.codes), term.see, term.seeAlso, packParts(term.cells)});
        }
    }
    void operator()(const PcsTables& tables)
    {
        for (const auto& table : tables.tables) {
            std::vector<std::string> content{table.definition};
            content.insert(content.end(), table.axisTitles.begin(), table.axisTitles.end());
            content.insert(content.end(), table.labels.begin(), table.labels.end());
            for (const auto& row : table.rows) {
                for (const auto& axis : row.axes) {
                    for (const auto& value : axis) content.push_back(value.character + value.label);
                    content.emplace_back("/");
                }
            }
            add({table.prefix}, content);
        }
    }
    void operator()(const PcsDefinitions& definitions)
    {
        for (const auto& one : definitions.definitions)
            add({std::string(1, one.section), std::to_string(one.axis), one.term},
                {one.axisTitle, one.definition, one.explanation, one.includes});
    }
    void operator()(const Addenda& addenda)
    {
        for (const auto& change : addenda.changes)
            add({change.code, std::to_string(static_cast<int>(change.kind)), change.billable ? "1" : "0"},
                {change.before, change.after});
    }
    void operator()(const FeeSchedule& schedule)
    {
        for (const auto& row : schedule.rows)
            add({row.code, row.modifier},
                {row.status, std::to_string(row.workRvu), std::to_string(row.nonFacilityPeRvu),
                 std::to_string(row.facilityPeRvu), std::to_string(row.malpracticeRvu),
                 std::to_string(row.nonFacilityTotal), std::to_string(row.facilityTotal), row.pcTc, row.globalDays,
                 row.multiple, row.bilateral, row.assistant, row.coSurgeon, row.team, row.endoscopicBase,
                 row.supervision});
    }
    void operator()(const PtpEdits&) {}
    void operator()(const MueLimits& limits)
    {
        for (const auto& limit : limits.limits)
            add({limit.code}, {std::to_string(limit.units), std::string(1, limit.adjudication), limit.rationale});
    }
    void operator()(const AddOnCodes& codes)
    {
        for (const auto& row : codes.rows)
            add({row.code, row.primary},
                {std::string(1, row.type), isoDay(row.first).value_or(""), isoDay(row.last).value_or("")});
    }
    void operator()(const CodeFlags& flags)
    {
        for (const auto& flag : flags.flags)
            add({std::string(toString(flag.system)), flag.code, flag.flag}, {flag.value});
    }
    void operator()(const CodeMaps& maps)
    {
        for (const auto& map : maps.maps)
            add({map.map, map.from}, {map.to, map.flags, isoDay(map.effective).value_or("")});
    }
    void operator()(const PlacesOfService& places)
    {
        for (const auto& place : places.rows)
            add({place.code},
                {place.name, place.description, place.isFacilityRate ? "1" : "0", place.isAssigned ? "1" : "0"});
    }

private:
    std::vector<KeyedRow> m_rows;
};

std::vector<KeyedRow> keyedRows(const ListContent& content)
{
    KeyedRows rows;
    std::visit(rows, content);
    return rows.sorted();
}

}  // namespace

ptp::Difference compareContent(const ListContent& before, const ListContent& after)
{
    const auto old = keyedRows(before);
    const auto fresh = keyedRows(after);
    // What only one side has, both sides in the order of keys: where a key is left on both, the row was revised.
    std::vector<KeyedRow> gone;
    std::vector<KeyedRow> come;
    std::set_difference(old.begin(), old.end(), fresh.begin(), fresh.end(), std::back_inserter(gone));
    std::set_difference(fresh.begin(), fresh.end(), old.begin(), old.end(), std::back_inserter(come));
    ptp::Difference difference;
    auto left = gone.begin();
    auto right = come.begin();
    while (left != gone.end() && right != come.end()) {
        if (left->key == right->key) {
            ++difference.revised;
            ++left;
            ++right;
        } else if (left->key < right->key) {
            ++difference.ended;
            ++left;
        } else {
            ++difference.added;
            ++right;
        }
    }
    difference.ended += gone.end() - left;
    difference.added += come.end() - right;
    return difference;
}

}  // namespace cw::store
