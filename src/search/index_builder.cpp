#include "search/index_builder.h"

#include "search/build_state.h"

namespace cw::search {

namespace {

struct Step {
    const char* what;
    void (*run)(BuildState& state);
};
constexpr std::array steps = {
    Step{"reading words", [](BuildState& state) { state.table = makePhrases(state.source, state.entries); }},
    Step{"ordering words", orderWords},
    Step{"ordering wordings", orderPhrases},
    Step{"writing postings", writePostings},
    Step{"writing codes", writeEntries},
    Step{"writing the words of codes", writeTermEntries},
    Step{"writing broad words", writeBitmaps},
    Step{"writing terms", writeSynonyms},
    Step{"writing forms of words", writeVariants},
    Step{"writing dates", writeCoverage},
};

}  // namespace

Result<std::string> buildIndex(const Source& source, const Progress& progress)
{
    BuildState state(source);
    for (std::size_t done = 0; done < steps.size(); ++done) {
        progress.report(static_cast<std::int64_t>(done), static_cast<std::int64_t>(steps.size()),
                        std::string("search index: ") + steps[done].what);
        if (progress.isCancelled())
            return Error{ErrorKind::cancelled, "SEARCH-010", "building the search index was cancelled"};
        steps[done].run(state);
    }
    // Offsets are 32 bits wide; the largest library is far from that.
    if (state.text.size() > 0xF0000000U)
        return Error{ErrorKind::invalidInput, "SEARCH-011", "the tables have too much text for the search index"};
    state.sections.put(format::SectionId::text, state.text);
    progress.report(static_cast<std::int64_t>(steps.size()), static_cast<std::int64_t>(steps.size()),
                    "search index: done");
    return state.sections.finish(source.key);
}

}  // namespace cw::search
