#include "app/code_browser.h"
#include "base/text.h"
#include "cli/code_options.h"
#include "cli/code_show.h"
#include "cli/listing.h"
#include "cli/runner.h"

#include <array>
#include <ostream>

namespace cw::cli {

namespace {

constexpr std::array indexes = {ListKind::index, ListKind::externalIndex, ListKind::neoplasm, ListKind::drugs,
                                ListKind::pcsIndex};

Result<int> show(const Runner& runner, const app::CodeLookup& lookup, const std::string& code,
                 const std::string& systemText, const std::string& onText)
{
    CW_TRY(const auto system, systemOf(systemText));
    CW_TRY(const auto on, dayOf(onText, runner.console()));
    CW_TRY(const auto details, lookup.details(code, system, on));
    auto& out = runner.console().out;
    if (formatOf(runner.general(), runner.console()) == Format::json)
        out << jsonOf(details, on).dump(2) << '\n';
    else
        printDetails(details, on, out);
    return done;
}

/// One index asked for, printed term by term.
struct IndexListing {
    const app::CodeBrowser& browser;
    Format format;
    std::size_t limit;
    Listing list{{"index", "level", "term", "nonessential", "codes", "see", "see_also", "cells"}};
    std::size_t rows = 0;

    void add(const IndexEntry& entry)
    {
        const auto& term = entry.term;
        const auto indent = format == Format::json ? std::string() : std::string(std::size_t{2} * term.level, ' ');
        list.add({toString(entry.kind), term.level, indent + term.title, term.nonessential,
                  textsCell(term.codes, format, " "), term.see, term.seeAlso, textsCell(term.cells, format, " ")});
        ++rows;
    }
    /// The term and all below it, until the limit.
    Status addTree(const IndexEntry& entry)
    {
        if (rows >= limit) return {};
        add(entry);
        if (!entry.hasChildren) return {};
        CW_TRY(const auto page, browser.openTerm(entry));
        for (const auto& term : page.terms) CW_CHECK(addTree(term));
        return {};
    }
};

Result<int> index(const Runner& runner, const app::CodeBrowser& browser, const std::vector<std::string>& words,
                  const std::string& kindText, std::size_t limit)
{
    std::vector<ListKind> kinds(indexes.begin(), indexes.end());
    if (!kindText.empty()) {
        CW_TRY(const auto kind, parseListKind(kindText));
        kinds = {kind};
    }
    const auto wanted = text::join(words, " ");
    IndexListing listing{browser, formatOf(runner.general(), runner.console()), limit};
    for (const auto kind : kinds) {
        CW_TRY(const auto terms, browser.findTerms(kind, wanted, 100));
        for (const auto& term : terms) CW_CHECK(listing.addTree(term));
        if (!terms.empty()) continue;
        // "diabetes, type 2": a term under a main term, as `see` texts name it.
        CW_TRY(const auto named, browser.follow(kind, wanted));
        if (named) CW_CHECK(listing.addTree(*named));
    }
    listing.list.print(runner.console(), runner.general());
    if (listing.rows >= limit) runner.console().err << "more than " << limit << " terms; ask for more with --limit\n";
    return done;
}

Result<int> build(const Runner& runner, const app::CodeBrowser& browser, const std::string& prefix,
                  const std::string& onText)
{
    CW_TRY(const auto on, dayOf(onText, runner.console()));
    CW_TRY(const auto step, browser.pcs(prefix, on));
    Listing list({"axis", "title", "value", "label", "codes"});
    for (const auto& choice : step.choices)
        list.add({step.axis, step.axisTitle, std::string(1, choice.value.character),
                  choice.value.label.empty() ? choice.example : choice.value.label,
                  choice.codes ? nlohmann::ordered_json(*choice.codes) : nlohmann::ordered_json()});
    if (step.code) list.add({step.axis, "Code", step.code->code, step.code->longTitle, 1});
    list.print(runner.console(), runner.general());
    for (const auto& definition : step.definitions)
        runner.console().err << definition.term << ": " << definition.definition << '\n';
    return step.choices.empty() && !step.code ? findings : done;
}

}  // namespace

void addCodeDisplayCommands(CLI::App& codes, Chosen& chosen)
{
    auto* display = codes.add_subcommand("show", "One code with its place, notes, seventh characters, facts and maps");
    auto code = std::make_shared<std::string>();
    auto system = std::make_shared<std::string>();
    auto on = std::make_shared<std::string>();
    display->add_option("CODE", *code, "With or without dot")->required();
    display->add_option("--system", *system, "icd10cm, icd10pcs, hcpcs or cpt");
    display->add_option("--on", *on, "Date of service (today)");
    display->callback([&chosen, code, system, on] {
        chosen = [code, system, on](const Runner& runner) {
            return runner.withReference([&](const CodeLibrary& library, const ReferenceTables& tables) {
                return show(runner, app::CodeLookup(library, &tables), *code, *system, *on);
            });
        };
    });

    auto* look = codes.add_subcommand("index", "Terms of the Alphabetic Indexes with what stands under them");
    auto words = std::make_shared<std::vector<std::string>>();
    auto kind = std::make_shared<std::string>();
    auto limit = std::make_shared<std::size_t>(500);
    look->add_option("WORD", *words, "Beginning of a main term, or \"main term, subterm\"")->required();
    look->add_option("--kind", *kind, "index, eindex, neoplasm, drugs or pcsindex (all)");
    look->add_option("--limit", *limit, "Most terms")->check(CLI::Range(1, 100000));
    look->callback([&chosen, words, kind, limit] {
        chosen = [words, kind, limit](const Runner& runner) {
            return runner.withReference([&](const CodeLibrary& library, const ReferenceTables& tables) {
                return index(runner, app::CodeBrowser(library, tables), *words, *kind, *limit);
            });
        };
    });

    auto* pcs = codes.add_subcommand("build", "ICD-10-PCS axis by axis: what may follow the characters so far");
    auto prefix = std::make_shared<std::string>();
    auto day = std::make_shared<std::string>();
    pcs->add_option("CHARACTERS", *prefix, "None to seven characters");
    pcs->add_option("--on", *day, "Date of service (today)");
    pcs->callback([&chosen, prefix, day] {
        chosen = [prefix, day](const Runner& runner) {
            return runner.withReference([&](const CodeLibrary& library, const ReferenceTables& tables) {
                return build(runner, app::CodeBrowser(library, tables), *prefix, *day);
            });
        };
    });
}

}  // namespace cw::cli
