#include "app/own_terms.h"

#include "base/text.h"

#include <algorithm>

namespace cw::app {

namespace {

bool isSeparator(char c)
{
    return c == ',' || c == ';' || c == ' ' || c == '\t' || c == '\n';
}

Result<std::vector<std::string>> codesOf(std::string_view text)
{
    std::vector<std::string> codes;
    std::string code;
    for (const char c : std::string(text) + ",") {
        if (!isSeparator(c)) {
            if (c != '.') code += c;
            continue;
        }
        if (code.empty()) continue;
        const bool isPlain = std::all_of(code.begin(), code.end(), [](char part) {
            return (part >= '0' && part <= '9') || (part >= 'a' && part <= 'z') || (part >= 'A' && part <= 'Z');
        });
        if (!isPlain || code.size() < 3 || code.size() > 7)
            return Error{ErrorKind::invalidInput, "APP-140", "\"" + code + "\" is no code; a code looks like E11.9"};
        code = text::upperAscii(code);
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
        code.clear();
    }
    return codes;
}

}  // namespace

Result<SiteTerm> OwnTerms::add(std::string_view term, std::string_view words, std::string_view codes)
{
    return change({}, term, words, codes);
}

Result<SiteTerm> OwnTerms::change(const SiteTerm& seen, std::string_view term, std::string_view words,
                                  std::string_view codes)
{
    CW_CHECK(require(m_workspace, Permission::importCodes));
    SiteTerm changed = seen;
    changed.term = std::string(term);
    changed.words = std::string(words);
    CW_TRY(changed.codes, codesOf(codes));
    changed.addedBy = m_workspace.user().name;
    const bool isNew = !seen.id.isValid();
    // The audit row waits in its transaction until the library has the term: two stores, no common transaction.
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_CHECK(tell(*tx, isNew ? "terms.add" : "terms.change", changed.term));
    auto& terms = m_workspace.siteTerms();
    CW_TRY(auto stored, isNew ? terms.addSiteTerm(changed) : terms.changeSiteTerm(changed));
    CW_CHECK(tx->commit());
    return stored;
}

Status OwnTerms::remove(const SiteTerm& seen)
{
    CW_CHECK(require(m_workspace, Permission::importCodes));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_CHECK(tell(*tx, "terms.remove", seen.term));
    CW_CHECK(m_workspace.siteTerms().removeSiteTerm(seen.id));
    return tx->commit();
}

Status OwnTerms::tell(WriteTx& tx, std::string_view action, std::string_view term)
{
    return m_workspace.audit().append(tx, {m_workspace.user().name, std::string(action), {}, std::string(term)});
}

}  // namespace cw::app
