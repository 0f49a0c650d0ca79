#include "cli/code_show.h"

#include "cli/code_options.h"

#include <ostream>

namespace cw::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string_view levelName(TabularLevel level)
{
    switch (level) {
    case TabularLevel::chapter: return "chapter";
    case TabularLevel::block: return "block";
    case TabularLevel::code: return "code";
    }
    return "";
}

Json brief(const CodeEntry& entry)
{
    return {{"code", entry.displayCode()}, {"billable", entry.billable}, {"description", entry.longTitle}};
}

template <class List, class Make>
Json arrayOf(const List& list, Make make)
{
    Json array = Json::array();
    for (const auto& item : list) array.push_back(make(item));
    return array;
}

Json levelJson(const NotesAtLevel& level)
{
    return {{"level", levelName(level.entry.level)},
            {"name", level.entry.name},
            {"title", level.entry.title},
            {"notes", arrayOf(level.notes, [](const CodeNote& note) {
                 return Json{{"kind", toString(note.kind)}, {"text", note.text}};
             })}};
}

Json factJson(const CodeFact& fact)
{
    return {{"name", fact.name},       {"value", fact.value},     {"list", toString(fact.kind)},
            {"variant", fact.variant}, {"release", fact.release}, {"covers_date", fact.coversDate}};
}

void addPlace(Json& json, const app::CodeDetails& details)
{
    const auto& place = details.place;
    json["notes_release"] = place ? Json(place->release) : Json();
    json["notes_older_than_codes"] = place && place->isOlderThanCodes;
    json["notes"] = place ? arrayOf(place->levels, levelJson) : Json::array();
    json["seventh_characters"] = arrayOf(details.seventh, [](const app::SeventhChoice& choice) {
        return Json{{"character", std::string(1, choice.character.character)},
                    {"meaning", choice.character.meaning},
                    {"code", choice.entry.displayCode()},
                    {"description", choice.entry.longTitle}};
    });
}

void printPlace(const app::CodeDetails& details, std::ostream& out)
{
    if (const auto& place = details.place) {
        if (place->restsOnAncestor) out << "notes\tthe Tabular List has no entry of the code itself\n";
        for (const auto& level : place->levels)
            for (const auto& note : level.notes)
                out << "note\t" << levelName(level.entry.level) << ' ' << level.entry.name << '\t'
                    << displayName(note.kind) << '\t' << note.text << "\t[" << place->release
                    << (place->isOlderThanCodes ? ", older than the codes" : "") << "]\n";
    }
    for (const auto& choice : details.seventh)
        out << "seventh\t" << choice.character.character << '\t' << choice.entry.displayCode() << '\t'
            << choice.character.meaning << '\n';
}

}  // namespace

std::string trailText(const std::vector<IndexEntry>& path)
{
    std::string text;
    for (const auto& entry : path) text += (text.empty() ? "" : " > ") + entry.term.title;
    return text;
}

Json jsonOf(const app::CodeDetails& details, Date on)
{
    const auto& entry = details.entry;
    Json json = {{"system", toString(entry.system)},
                 {"code", entry.displayCode()},
                 {"billable", entry.billable},
                 {"short", entry.shortTitle},
                 {"description", entry.longTitle},
                 {"valid_from", isoOrNull(entry.valid.first)},
                 {"valid_until", isoOrNull(entry.valid.last)},
                 {"valid", entry.validOnDate},
                 {"on", on.iso()},
                 {"table", toString(entry.kind)},
                 {"release", entry.releaseName},
                 {"ancestors", arrayOf(details.ancestors, brief)},
                 {"children", arrayOf(details.children, brief)}};
    addPlace(json, details);
    json["facts"] = arrayOf(details.facts, factJson);
    json["maps"] = arrayOf(details.maps, [](const CodeMap& map) {
        return Json{{"map", map.map}, {"to", map.to}, {"flags", map.flags}, {"effective", isoOrNull(map.effective)}};
    });
    json["successors"] = arrayOf(details.successors, brief);
    json["index"] = arrayOf(details.indexTerms, [](const app::IndexTrail& trail) {
        const auto& last = trail.path.back();
        return Json{{"index", toString(last.kind)}, {"term", trailText(trail.path)}, {"codes", last.term.codes}};
    });
    return json;
}

void printDetails(const app::CodeDetails& details, Date on, std::ostream& out)
{
    const auto& entry = details.entry;
    out << entry.displayCode() << '\t' << entry.longTitle << '\n';
    out << "system\t" << displayName(entry.system) << '\n';
    out << "billable\t" << (entry.billable ? "yes" : "no, a more specific code is needed") << '\n';
    out << "valid\t" << (entry.valid.first ? entry.valid.first->iso() : "always") << " to "
        << (entry.valid.last ? entry.valid.last->iso() : "further notice") << (entry.validOnDate ? "" : ", NOT")
        << " on " << on.iso() << '\n';
    out << "table\t" << toString(entry.kind) << ' ' << entry.releaseName << '\n';
    for (const auto& ancestor : details.ancestors)
        out << "under\t" << ancestor.displayCode() << '\t' << ancestor.longTitle << '\n';
    for (const auto& child : details.children)
        out << "holds\t" << child.displayCode() << '\t' << child.longTitle << '\n';
    printPlace(details, out);
    for (const auto& fact : details.facts)
        out << "fact\t" << fact.name << '\t' << fact.value << "\t[" << fact.release
            << (fact.coversDate ? "" : ", of another period") << "]\n";
    for (const auto& map : details.maps)
        out << "map\t" << map.map << '\t' << (map.to.empty() ? "none" : map.to) << '\t' << map.flags << '\n';
    for (const auto& successor : details.successors)
        out << "successor\t" << successor.displayCode() << '\t' << successor.longTitle << '\n';
    for (const auto& trail : details.indexTerms)
        out << "index\t" << displayName(trail.path.back().kind) << '\t' << trailText(trail.path) << '\n';
}

}  // namespace cw::cli
