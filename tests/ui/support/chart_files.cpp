#include "tests/ui/support/chart_files.h"

#include <QBuffer>
#include <QFont>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>

#include <fstream>
#include <string>

namespace cw::ui {

namespace {

void write(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string summary(const char* version, const char* kidney)
{
    return std::string(R"(<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <id root="2.16.840.1.113883.19.5.99999.7" extension="summary-)") +
           version + R"("/>
 <code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summarization of Episode Note"/>
 <title>Summary of care</title>
 <effectiveTime value="20250110"/>
 <setId root="2.16.840.1.113883.19.5.99999.7" extension="summary"/>
 <versionNumber value=")" +
           version + R"("/>
 <recordTarget><patientRole>
  <id root=")" +
           chartFilesAuthority + R"(" extension="204417"/>
  <patient><name><given>Bernadette</given><family>Tolliver</family></name>
   <administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/><birthTime value="19570314"/></patient>
 </patientRole></recordTarget>
 <author><time value="20250110"/><assignedAuthor><id nullFlavor="UNK"/>
  <assignedPerson><name><given>Ines</given><family>Marchetti</family></name></assignedPerson></assignedAuthor></author>
 <componentOf><encompassingEncounter><id root="2.16.840.1.113883.19.5.99999.2" extension="V-10441"/>
  <effectiveTime value="20250110"/></encompassingEncounter></componentOf>
 <component><structuredBody><component><section>
  <code code="11450-4" codeSystem="2.16.840.1.113883.6.1"/><title>Problems</title>
  <text><table><thead><tr><th>Problem</th><th>Since</th><th>State</th></tr></thead><tbody>
   <tr><td ID="p1">Hyperlipidemia, mixed</td><td>2019</td><td>Active</td></tr>
   <tr><td ID="p2">)" +
           kidney + R"(</td><td>2022</td><td>Active</td></tr></tbody></table></text>
  <entry><act classCode="ACT" moodCode="EVN"><entryRelationship typeCode="SUBJ"><observation classCode="OBS" moodCode="EVN">
   <code code="55607006" codeSystem="2.16.840.1.113883.6.96"/><text><reference value="#p1"/></text>
   <statusCode code="completed"/>
   <value xsi:type="CD" code="E78.2" codeSystem="2.16.840.1.113883.6.90" displayName="Mixed hyperlipidemia">
    <originalText><reference value="#p1"/></originalText></value>
  </observation></entryRelationship></act></entry>
 </section></component></structuredBody></component>
</ClinicalDocument>
)";
}

const char* labResult = "MSH|^~\\&|LAB|CITY|CW|CLINIC|20250111||ORU^R01|77001|P|2.5.1\r"
                        "PID|1||204417^^^CITYLAB^MR||Tolliver^Bernadette||19570314|F\r"
                        "PV1|1|O|||||||||||||||||V-10441\r"
                        "OBR|1|A77|F77001^CITYLAB|24323-8^Metabolic panel^LN|||20250111||||||||||||||||||F\r"
                        "OBX|1|NM|2160-0^Creatinine^LN||1.4|mg/dL|0.5-1.1|H|||F\r"
                        "OBX|2|NM|33914-3^eGFR^LN||51|mL/min|>60|L|||F\r";

void writePdf(const std::filesystem::path& file)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    QPainter painter(&writer);
    painter.setFont(QFont(QStringLiteral("DejaVu Sans"), 12));
    painter.drawText(60, 90, QStringLiteral("Letter of the eye clinic"));
    painter.drawText(60, 130, QStringLiteral("Mild nonproliferative retinopathy without macular edema."));
    painter.end();
    write(file, bytes.toStdString());
}

void writeScan(const std::filesystem::path& file)
{
    QImage page(1700, 900, QImage::Format_RGB32);
    page.fill(Qt::white);
    page.setDotsPerMeterX(7874);
    page.setDotsPerMeterY(7874);
    QPainter painter(&page);
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(44);
    painter.setFont(font);
    painter.drawText(150, 200, QStringLiteral("Faxed note of the heart clinic"));
    painter.drawText(150, 320, QStringLiteral("Atrial fibrillation, long standing, on apixaban."));
    painter.end();
    page.save(QString::fromStdString(file.string()), "PNG");
}

}  // namespace

void writeChartFiles(const std::filesystem::path& folder)
{
    std::filesystem::create_directories(folder);
    write(folder / "summary.xml", summary("1", "Chronic kidney disease"));
    write(folder / "lab.hl7", labResult);
    write(folder / "note.rtf",
          "{\\rtf1\\ansi\\b Phone call\\b0\\par Patient asks about the {\\i dose} of losartan.\\par}");
    write(folder / "leaflet.html",
          "<html><body><h1>Foot care</h1><script>never()</script><p>Given and explained.</p></body></html>");
    writePdf(folder / "eye-letter.pdf");
    writeScan(folder / "heart-fax.png");
}

void writeCorrectedSummary(const std::filesystem::path& file)
{
    write(file, summary("2", "Chronic kidney disease, stage 3a"));
}

}  // namespace cw::ui
