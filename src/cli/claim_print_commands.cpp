#include "app/billing/print_offsets.h"
#include "base/file.h"
#include "cli/claim_parts.h"

#include <ostream>

namespace cw::cli {

namespace {

struct PrintOptions {
    std::string form;
    std::string out;
    paper::Offsets offsets;
    bool save = false;
};

Result<int> writePage(const Runner& runner, const PrintOptions& options)
{
    CW_TRY(const auto form, parseClaimForm(options.form));
    CW_TRY(const auto pdf, paper::calibrationPdf(form, options.offsets));
    CW_CHECK(writeFileAtomically(options.out, pdf, true));
    runner.console().out << options.out << '\n';
    return done;
}

}  // namespace

void addClaimPrintCommands(CLI::App& claims, Chosen& chosen)
{
    auto* calibrate = claims.add_subcommand("calibrate", "A page that shows how far a printer is off");
    auto options = std::make_shared<PrintOptions>();
    const auto range = CLI::Range(-20.0, 20.0);
    calibrate->add_option("--form", options->form)->required()->check(CLI::IsMember({"cms1500", "ub04"}));
    calibrate->add_option("--out", options->out, "The PDF")->required();
    calibrate->add_option("--right", options->offsets.millimetresRight, "Millimetres to the right")->check(range);
    calibrate->add_option("--down", options->offsets.millimetresDown, "Millimetres down")->check(range);
    calibrate->add_flag("--save", options->save, "Print all claims of this form so from now on");
    calibrate->callback([&chosen, options] {
        chosen = [options](const Runner& runner) {
            if (!options->save) return runner.finish(writePage(runner, *options));
            return runner.withWorkspace([&](app::Workspace& workspace) -> Result<int> {
                CW_TRY(const auto form, parseClaimForm(options->form));
                CW_CHECK(app::setPrintOffsets(workspace, form, options->offsets));
                return writePage(runner, *options);
            });
        };
    });
}

}  // namespace cw::cli
