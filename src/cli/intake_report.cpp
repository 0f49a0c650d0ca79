#include "cli/intake_report.h"

#include <ostream>

namespace cw::cli {

int tellIntake(const Runner& runner, const app::IntakeOutcome& outcome)
{
    for (const auto& note : outcome.notes) runner.console().err << note << '\n';
    auto& out = runner.console().out;
    out << outcome.encounters << " encounters, " << outcome.documents << " documents imported";
    const auto tell = [&out](int count, const char* what) {
        if (count > 0) out << ", " << count << ' ' << what;
    };
    tell(outcome.versions, "new versions");
    tell(outcome.updated, "updated");
    tell(outcome.merged, "patients merged");
    tell(outcome.codes, "codes from the source");
    tell(outcome.known, "known already");
    tell(outcome.unmatched, "waiting unmatched");
    tell(outcome.rejected, "left out");
    out << '\n';
    if (outcome.unmatched == 0 && outcome.rejected == 0) return done;
    const int used = outcome.encounters + outcome.documents + outcome.versions + outcome.updated + outcome.merged +
                     outcome.codes + outcome.known + outcome.unmatched;
    return used > 0 ? findings : badInput;
}

}  // namespace cw::cli
