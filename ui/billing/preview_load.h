#pragma once

#include "app/billing_desk.h"
#include "ui/billing/file_text.h"

#include <QString>

#include <vector>

namespace cw::ui {

/// A claim of a file that would be written, in the words of the file itself: what is read here is what is sent.
struct PreviewClaim {
    std::string encounterId, claimNumber;
    QString people;  ///< "OKAFOR, IFE; insured OKAFOR, SAM; by MARSH, TESS"
    QString codes;   ///< "E11.22 I12.9; 99214-25 20610"
    Money charges;
    std::size_t file = 0;
    int firstLine = 0, lines = 0;  ///< In the file.
};

/// What the preview pane shows; made on a background thread.
struct PreviewSheet {
    struct File {
        QString title;  ///< "837P to Ability, 41 claims, $12,940.20"
        FileText text;
        Money charges;
    };
    std::vector<File> files;
    std::vector<PreviewClaim> claims;
    QStringList notes;  ///< Left out with the reason, replaced, filled in.
    int leftOut = 0;
    std::int64_t more = 0;  ///< Claims that will be written and are not in this preview.
};

Result<PreviewSheet> loadPreview(app::Workspace& workspace, const app::ExportRequest& request,
                                 const Progress& progress);

/// People and codes of a claim's segments.
PreviewClaim claimOf(const ClaimInFile& claim, const std::string& file);

}  // namespace cw::ui
