#include "ui/billing/preview_load.h"

#include "ui/billing/queue_load.h"
#include "ui/widgets/text.h"

#include <QStringList>

namespace cw::ui {

namespace {

QString personOf(const QStringList& name)
{
    // NM1: 02 type, 03 last name or organisation, 04 first name.
    return name.value(4).isEmpty() ? name.value(3) : QStringLiteral("%1, %2").arg(name.value(3), name.value(4));
}

QString dotted(const QString& code)
{
    return code.size() > 3 ? code.left(3) + QLatin1Char('.') + code.mid(3) : code;
}

void addDiagnoses(const QStringList& segment, QChar component, QStringList& codes)
{
    for (qsizetype i = 1; i < segment.size(); ++i) {
        const QStringList parts = segment[i].split(component);
        const QString& kind = parts.value(0);
        const bool isDiagnosis = kind == QLatin1String("ABK") || kind == QLatin1String("ABF") ||
                                 kind == QLatin1String("ABJ") || kind == QLatin1String("APR");
        if (isDiagnosis && !codes.contains(dotted(parts.value(1)))) codes.append(dotted(parts.value(1)));
        if (kind == QLatin1String("BBR") || kind == QLatin1String("BBQ")) codes.append(parts.value(1));
    }
}

QString lineOf(const QString& composite, QChar component)
{
    // SV101, SV202: qualifier, code, modifiers.
    return composite.split(component).mid(1, 5).join(QLatin1Char('-'));
}

struct Separators {
    QChar element = QLatin1Char('*'), component = QLatin1Char(':'), terminator = QLatin1Char('~');
};

/// ISA is of fixed length (X12.5): 4th, 105th and 106th character.
Separators separatorsOf(const std::string& file)
{
    Separators found;
    if (!file.starts_with("ISA") || file.size() < 106) return found;
    found.element = QLatin1Char(file[3]);
    found.component = QLatin1Char(file[104]);
    found.terminator = QLatin1Char(file[105]);
    return found;
}

}  // namespace

PreviewClaim claimOf(const ClaimInFile& claim, const std::string& file)
{
    const auto by = separatorsOf(file);
    PreviewClaim shown;
    shown.encounterId = claim.encounterId;
    shown.claimNumber = claim.claimNumber;
    shown.charges = claim.charges;
    QString patient, insured, provider;
    QStringList diagnoses, lines;
    for (const QString& raw : qs(claim.segments).split(by.terminator)) {
        const QStringList segment = raw.trimmed().split(by.element);
        const QString& id = segment.first();
        if (id == QLatin1String("NM1")) {
            const QString& role = segment.value(1);
            if (role == QLatin1String("IL") && insured.isEmpty()) insured = personOf(segment);
            if (role == QLatin1String("QC")) patient = personOf(segment);
            if ((role == QLatin1String("82") || role == QLatin1String("71")) && provider.isEmpty())
                provider = personOf(segment);
        } else if (id == QLatin1String("HI")) {
            addDiagnoses(segment, by.component, diagnoses);
        } else if (id == QLatin1String("SV1")) {
            lines.append(lineOf(segment.value(1), by.component));
        } else if (id == QLatin1String("SV2")) {
            const QString code = lineOf(segment.value(2), by.component);
            lines.append(code.isEmpty() ? segment.value(1) : code);
        }
    }
    QStringList people = {patient.isEmpty() ? insured : patient};
    if (!patient.isEmpty() && patient != insured) people.append(QStringLiteral("insured ") + insured);
    if (!provider.isEmpty()) people.append(QStringLiteral("by ") + provider);
    shown.people = people.join(QStringLiteral("; "));
    shown.codes =
        QStringList({diagnoses.join(QLatin1Char(' ')), lines.join(QLatin1Char(' '))}).join(QStringLiteral("; "));
    return shown;
}

Result<PreviewSheet> loadPreview(app::Workspace& workspace, const app::ExportRequest& request, const Progress& progress)
{
    CW_TRY(const auto preview, app::BillingDesk(workspace).preview(request, progress));
    PreviewSheet sheet;
    for (const auto& one : preview.files) {
        const auto& bytes = one.file.bytes;
        sheet.files.push_back(
            {QStringLiteral("%1 to %2, %3, $%4")
                 .arg(qs(displayName(one.form)), qs(one.partnerName.empty() ? one.payerName : one.partnerName),
                      claimsText(static_cast<std::int64_t>(one.file.claims.size())), qs(one.charges.grouped())),
             fileText(bytes), one.charges});
        // Claims stand in the order of the file, so each is looked for behind the one before.
        std::size_t at = 0;
        int line = 0;
        for (const auto& claim : one.file.claims) {
            auto shown = claimOf(claim, bytes);
            shown.file = sheet.files.size() - 1;
            if (const auto found = claim.segments.empty() ? std::string::npos : bytes.find(claim.segments, at);
                found != std::string::npos) {
                line += linesOf(bytes.substr(at, found - at), bytes);
                shown.firstLine = line;
                shown.lines = linesOf(claim.segments, bytes);
                at = found;
            }
            sheet.claims.push_back(std::move(shown));
        }
        for (const auto& replacement : one.file.replacements)
            sheet.notes.append(QStringLiteral("Changed: ") + qs(replacement));
    }
    for (const auto& refusal : preview.refused)
        sheet.notes.append(QStringLiteral("Left out: %1, %2").arg(qs(refusal.encounterId), qs(refusal.reason)));
    sheet.leftOut = static_cast<int>(preview.refused.size());
    return sheet;
}

}  // namespace cw::ui
