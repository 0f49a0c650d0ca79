#include "fake_code_library.h"

namespace cw::test {

Result<CodeStanding> FakeCodeLibrary::standing(CodeSystem system, std::string_view compact, Date on) const
{
    using State = CodeStanding::State;
    if (broken) return Error{ErrorKind::io, "EDITS-TEST", "the fake library was told to fail"};
    questions.push_back(std::string(toString(system)) + " " + std::string(compact) + " " + on.iso());
    const auto table = tables.find(system);
    if (table == tables.end() || !table->second.covers.contains(on)) return CodeStanding{};
    CodeStanding standing{.state = State::unknown, .starterOnly = table->second.starter, .releaseName = "test table"};
    const auto code = table->second.codes.find(compact);
    if (code == table->second.codes.end()) return standing;
    const auto& [valid, billable] = code->second;
    standing.entry = CodeEntry{.system = system, .code = std::string(compact), .billable = billable, .valid = valid};
    standing.entry->validOnDate = valid.contains(on);
    standing.state = !standing.entry->validOnDate ? State::notInForce : billable ? State::valid : State::header;
    return standing;
}

}  // namespace cw::test
