#include "ui/desk/chart_words.h"

#include "edits/place_of_service.h"
#include "ui/widgets/text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace cw::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("chart", text);
}

}  // namespace

QString proofWord(DocumentType type)
{
    switch (type) {
    case DocumentType::progressNote: return tr("note");
    case DocumentType::historyAndPhysical: return tr("H&P");
    case DocumentType::operativeReport: return tr("operation");
    case DocumentType::dischargeSummary: return tr("discharge");
    case DocumentType::labReport: return tr("lab");
    case DocumentType::imagingReport: return tr("imaging");
    case DocumentType::prescription: return tr("drug");
    case DocumentType::pathologyReport: return tr("pathology");
    case DocumentType::consultNote: return tr("consult");
    case DocumentType::other: return tr("other");
    }
    return {};
}

QString proofText(const std::vector<Evidence>& evidence, const std::vector<DocumentInfo>& documents)
{
    if (evidence.empty()) return tr("none");
    const auto document = std::find_if(documents.begin(), documents.end(), [&](const DocumentInfo& info) {
        return info.version == evidence.front().span.version;
    });
    QString text = document == documents.end() ? tr("archived") : proofWord(document->type);
    if (evidence.front().isRecognised) text += tr(", OCR");
    if (evidence.size() > 1) text += QStringLiteral(" +%1").arg(evidence.size() - 1);
    return text;
}

bool isKnown(const app::CodeTitles& titles, CodeSystem system, const std::string& code)
{
    return titles.contains({system, code});
}

QString titleOf(const app::CodeTitles& titles, CodeSystem system, const std::string& code)
{
    const auto known = titles.find({system, code});
    if (known == titles.end()) return tr("not in the installed code tables");
    return qs(known->second.longTitle.empty() ? known->second.shortTitle : known->second.longTitle);
}

QString ageAndSex(const Person& patient, Date on)
{
    QStringList parts;
    if (patient.birthDate && *patient.birthDate <= on) {
        const int years = patient.birthDate->ageOn(on);
        const int days = patient.birthDate->daysUntil(on);
        parts.append(years > 0 ? tr("%1 y").arg(years) : tr("%1 d").arg(days));
    }
    if (patient.sex) {
        parts.append(*patient.sex == Sex::female ? tr("F") : *patient.sex == Sex::male ? tr("M") : tr("U"));
    }
    return parts.join(QStringLiteral(", "));
}

QString shortDate(Date date, Date service)
{
    const QString iso = qs(date.iso());
    return date.year() == service.year() ? iso.mid(5) : iso;
}

QString placeText(const std::string& code)
{
    if (code.empty()) return {};
    const auto name = placeOfServiceName(code);
    return name ? qs(code) + QLatin1Char(' ') + qs(*name) : qs(code);
}

}  // namespace cw::ui
