// The search engine with whole published tables, beside SQLite FTS5 (bm25) over the same rows: time of each keystroke,
// how often the right code is found, start from the saved index, memory, and from the official zip to searchable.
#include "base/file.h"
#include "import/reference_file.h"
#include "search/index_builder.h"
#include "search/knowledge_files.h"
#include "store/reference/lists/reference_lists.h"
#include "store/reference/reference_library.h"
#include "store/reference/search_source.h"
#include "tests/support/search_exam.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

namespace {

using cw::store::Database;
using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

template <class T>
T valueOf(cw::Result<T> result)
{
    if (!result) {
        std::cerr << cw::describe(result.error()) << "\n";
        std::exit(1);
    }
    return std::move(*result);
}
void require(const cw::Status& status)
{
    if (status) return;
    std::cerr << cw::describe(status.error()) << "\n";
    std::exit(1);
}

std::filesystem::path shared()
{
    const char* set = std::getenv("CHARTWRIGHT_SHARED");
    return set != nullptr ? std::filesystem::path(set) : std::filesystem::path(CW_SOURCE_DIR) / ".." / "shared";
}

std::filesystem::path scratch(const std::string& name)
{
    const auto file = std::filesystem::path(CW_BINARY_DIR) / name;
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + suffix);
    return file;
}

void print(const char* what, std::vector<double> times)
{
    if (times.empty()) return;
    std::sort(times.begin(), times.end());
    const auto at = [&](double part) {
        return times[std::min(times.size() - 1, static_cast<std::size_t>(part * static_cast<double>(times.size())))];
    };
    std::cout << what << ": " << times.size() << " keystrokes, median " << at(0.5) * 1000 << " us, p90 "
              << at(0.9) * 1000 << " us, p99 " << at(0.99) * 1000 << " us, slowest " << times.back() * 1000 << " us\n";
}

/// FTS5 as one would use it: a ranked prefix query over code and title.
class Yardstick {
public:
    explicit Yardstick(const cw::search::Source& source)
        : m_database(valueOf(Database::open(scratch("bench_fts.db"), {}, Database::Mode::create)))
    {
        require(m_database->execute("CREATE TABLE t (system, code, long); BEGIN;"));
        auto insert = valueOf(m_database->prepare("INSERT INTO t VALUES (?, ?, ?)"));
        for (const auto& code : source.codes) {
            insert.bind(static_cast<int>(code.system)).bind(code.code).bind(code.spans.back().longTitle);
            require(insert.run());
        }
        require(
            m_database->execute("COMMIT; CREATE VIRTUAL TABLE f USING fts5 (code, long, content='t', prefix='2 3', "
                                "tokenize='unicode61 remove_diacritics 2'); INSERT INTO f (f) VALUES ('rebuild');"));
    }
    std::vector<cw::search::Hit> find(const std::string& query, int limit)
    {
        std::string expression;
        std::string word;
        for (const char c : query + " ") {
            if (std::isalnum(static_cast<unsigned char>(c)) != 0)
                word += c;
            else if (!word.empty()) {
                expression += "\"" + word + "\"* ";
                word.clear();
            }
        }
        std::vector<cw::search::Hit> hits;
        if (expression.empty()) return hits;
        auto found = valueOf(m_database->prepare("SELECT t.system, t.code, t.long FROM f JOIN t ON t.rowid = f.rowid "
                                                 "WHERE f MATCH ? ORDER BY rank LIMIT ?"));
        found.bind(expression).bind(limit);
        while (valueOf(found.step())) {
            cw::search::Hit hit;
            hit.entry.system = static_cast<cw::CodeSystem>(found.integer(0));
            hit.entry.code = found.text(1);
            hit.entry.longTitle = found.text(2);
            hits.push_back(std::move(hit));
        }
        return hits;
    }

private:
    std::unique_ptr<Database> m_database;
};

void print(const char* what, const cw::exam::Result& result)
{
    std::cout << what << "\n";
    for (const auto& [kind, score] : result.kinds)
        std::cout << "  " << kind << ": " << score.asked << " queries, hit@10 " << score.atTen() << ", hit@1 "
                  << score.atOne() << "\n";
    std::cout << "  all: " << result.all.asked << " queries, hit@10 " << result.all.atTen() << ", hit@1 "
              << result.all.atOne() << "\n";
}

/// "J00|J31.1": each, and what stands under it.
std::vector<std::string> anyOf(const std::string& codes)
{
    std::vector<std::string> answers;
    std::istringstream stream(codes);
    for (std::string code; std::getline(stream, code, '|');) answers.push_back(code + "*");
    return answers;
}

/// Disease names with their code, by how many words of the official title they share; abbreviations of clinical notes.
std::vector<cw::exam::Question> goldQuestions()
{
    std::vector<cw::exam::Question> questions;
    const auto read = [](const std::filesystem::path& file, auto take) {
        std::ifstream stream(file);
        std::string line;
        std::getline(stream, line);
        while (std::getline(stream, line)) {
            std::vector<std::string> cells;
            std::istringstream cellsOf(line);
            for (std::string cell; std::getline(cellsOf, cell, '\t');) cells.push_back(cell);
            cells.resize(14);
            take(cells);
        }
    };
    read(shared() / "gold" / "doid_icd10cm.tsv", [&](const std::vector<std::string>& cells) {
        if (cells[2] != "exact" || cells[9] == "yes" || !cells[12].empty()) return;
        const double overlap = cells[8].empty() ? 0 : std::stod(cells[8]);
        const char* kind = overlap >= 0.999 ? "doid, all words in the title"
                           : overlap > 0    ? "doid, some words in the title"
                                            : "doid, no word in the title";
        questions.push_back({cells[0], kind, anyOf(cells[1])});
    });
    read(shared() / "gold" / "abbrev_queries_icd10cm.tsv", [&](const std::vector<std::string>& cells) {
        if (cells[6] == "yes") questions.push_back({cells[0], "abbreviations of clinical notes", anyOf(cells[2])});
    });
    return questions;
}

long residentKilobytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return std::atol(line.c_str() + 6);
    return 0;
}

/// The library with everything at hand that a search uses.
std::unique_ptr<cw::store::ReferenceLibrary> fullLibrary(const cw::Clock& clock)
{
    const auto reference = shared() / "reference";
    auto library = valueOf(cw::store::ReferenceLibrary::open(scratch("bench_full.db"), clock, Database::Mode::create));
    cw::store::ReferenceLists lists(*library, clock);
    for (const char* name :
         {"icd10cm/icd10cm_2025_cms_code_descriptions_tabular_order.zip", "icd10pcs/icd10pcs_2025_cms_order_file.zip",
          "hcpcs/hcpcs_2025_oct_codes_and_modifiers_longdesc.csv", "icd10cm_xml/ICD10CM_FY2017_Full_XML.zip",
          "icd10cm_xml/icd10cm_tabular_2021.xml.xz", "icd10cm_xml/icd10cm-eindex-April-1-2026-XML.xml.xz",
          "icd10cm_xml/icd10cm-neoplasm-April-1-2026-XML.xml.xz", "icd10cm_xml/icd10cm-drug-April-1-2026-XML.xml.xz",
          "icd10pcs/icd10pcs_index_2023.xml.xz"}) {
        auto parsed = valueOf(cw::parseReferenceFile(reference / name, {}, {}));
        for (const auto& release : parsed.releases) valueOf(library->install(release, {}));
        for (const auto& list : parsed.lists) valueOf(lists.installList(list, {}));
    }
    for (const auto system : {cw::CodeSystem::icd10cm, cw::CodeSystem::hcpcs, cw::CodeSystem::cpt})
        valueOf(library->install(valueOf(cw::parseStarterTables(CW_SOURCE_DIR "/data/starter", system)), {}));
    return library;
}

void timeFromZipToSearchable(const cw::Clock& clock)
{
    const auto zip = shared() / "reference" / "icd10cm" / "icd10cm_2025_cms_code_descriptions_tabular_order.zip";
    for (int run = 0; run < 3; ++run) {
        auto start = Clock::now();
        auto library =
            valueOf(cw::store::ReferenceLibrary::open(scratch("bench_zip.db"), clock, Database::Mode::create));
        const auto parsed = valueOf(cw::parseReferenceFile(zip, {}, {}));
        valueOf(library->install(parsed.releases.at(0), {}));
        cw::store::ReferenceLists lists(*library, clock);
        auto source = valueOf(cw::store::readSearchSource(*library, lists, lists));
        source.knowledge = valueOf(cw::search::readKnowledge(CW_SOURCE_DIR "/data/search"));
        const auto bytes = valueOf(cw::search::buildIndex(source, {}));
        require(cw::writeFileAtomically(scratch("bench_zip.idx"), bytes, true));
        const double ours = millisecondsSince(start);
        start = Clock::now();
        const auto again = valueOf(cw::parseReferenceFile(zip, {}, {}));
        auto plain = valueOf(Database::open(scratch("bench_plain.db"), {}, Database::Mode::create));
        require(plain->execute("PRAGMA journal_mode=WAL; CREATE TABLE t (code, billable, short, long); BEGIN;"));
        auto insert = valueOf(plain->prepare("INSERT INTO t VALUES (?, ?, ?, ?)"));
        for (const auto& row : again.releases.at(0).rows) {
            insert.bind(row.code).bind(row.billable ? 1 : 0).bind(row.shortTitle).bind(row.longTitle);
            require(insert.run());
        }
        require(
            plain->execute("COMMIT; CREATE VIRTUAL TABLE f USING fts5 (code, short, long, content='t', prefix='1 2 3', "
                           "tokenize='unicode61 remove_diacritics 2'); INSERT INTO f (f) VALUES ('rebuild');"));
        const double yardstick = millisecondsSince(start);
        std::cout << "FY2025 zip to searchable: " << ours << " ms; table and FTS5: " << yardstick << " ms; ratio "
                  << ours / yardstick << "\n";
    }
}

}  // namespace

int main()
{
    if (!std::filesystem::exists(shared() / "reference")) {
        std::cerr << "published files not here (set CHARTWRIGHT_SHARED)\n";
        return 77;
    }
    const cw::SystemClock clock;
    timeFromZipToSearchable(clock);

    std::string bytes;
    std::unique_ptr<Yardstick> yardstick;
    {
        auto library = fullLibrary(clock);
        cw::store::ReferenceLists lists(*library, clock);
        auto start = Clock::now();
        auto source = valueOf(cw::store::readSearchSource(*library, lists, lists));
        source.knowledge = valueOf(cw::search::readKnowledge(CW_SOURCE_DIR "/data/search"));
        std::cout << "source read: " << millisecondsSince(start) << " ms, " << source.codes.size() << " codes, "
                  << source.phrases.size() << " wordings, " << source.knowledge.terms.size() << " terms\n";
        start = Clock::now();
        bytes = valueOf(cw::search::buildIndex(source, {}));
        std::cout << "index built: " << millisecondsSince(start) << " ms, "
                  << static_cast<double>(bytes.size()) / 1048576.0 << " MB\n";
        yardstick = std::make_unique<Yardstick>(source);
    }
    const auto file = scratch("bench.idx");
    require(cw::writeFileAtomically(file, bytes, true));
    bytes = {};
    const long before = residentKilobytes();
    auto start = Clock::now();
    auto index = valueOf(cw::search::Index::open(file));
    cw::search::Searcher searcher(index);
    cw::search::Query query;
    query.text = "diabetes";
    (void)searcher.find(query);
    std::cout << "start from the saved index to the first answer: " << millisecondsSince(start) << " ms\n";

    const auto questions = cw::exam::readQuestions(CW_SOURCE_DIR "/tests/data/search/queries.tsv");
    std::vector<double> plain;
    std::vector<double> misspelt;
    std::vector<double> theirs;
    for (const auto& question : questions) {
        for (std::size_t size = 1; size <= question.query.size(); ++size) {
            query.text = question.query.substr(0, size);
            start = Clock::now();
            const auto hits = searcher.find(query);
            (question.kind == "typo" ? misspelt : plain).push_back(millisecondsSince(start));
        }
    }
    std::cout << "memory of index and searcher: " << static_cast<double>(residentKilobytes() - before) / 1024.0
              << " MB\n";
    for (std::size_t i = 0; i < questions.size(); i += 8) {
        for (std::size_t size = 1; size <= questions[i].query.size(); ++size) {
            start = Clock::now();
            (void)yardstick->find(questions[i].query.substr(0, size), 50);
            theirs.push_back(millisecondsSince(start));
        }
    }
    print("engine, 50 hits", plain);
    print("engine, queries with typing errors", misspelt);
    print("FTS5 bm25, 50 hits (every eighth query)", theirs);
    print("queries of ours", cw::exam::sit(searcher, questions));
    cw::exam::Score fts;
    for (const auto& question : questions) {
        const auto hits = yardstick->find(question.query, 10);
        const auto right =
            std::find_if(hits.begin(), hits.end(), [&](const auto& hit) { return cw::exam::isRight(question, hit); });
        ++fts.asked;
        if (right != hits.end()) ++fts.firstTen;
        if (right != hits.end() && right == hits.begin()) ++fts.first;
    }
    std::cout << "FTS5 bm25 on the same queries: hit@10 " << fts.atTen() << ", hit@1 " << fts.atOne() << "\n";
    print("public disease names and abbreviations", cw::exam::sit(searcher, goldQuestions()));
    return 0;
}
