#include "ui/desk/document_list.h"
#include "ui/desk/sources_list.h"
#include "ui/widgets/text.h"

#include <gtest/gtest.h>

namespace cw::ui {
namespace {

DocumentInfo document(int id, DocumentType type, const char* title, const char* date, const char* tags = "")
{
    DocumentInfo info;
    info.id = DocumentId{id};
    info.version = DocumentVersionId{id * 10};
    info.type = type;
    info.title = title;
    info.date = Date::parse(date).value();
    info.tags = tags;
    info.unread = id % 2 == 0;
    return info;
}

class DocumentListing : public testing::Test {
protected:
    DocumentListing()
    {
        model.setDocuments({document(1, DocumentType::labReport, "Panel", "2025-03-01", "A"),
                            document(2, DocumentType::progressNote, "Visit", "2025-03-10"),
                            document(3, DocumentType::progressNote, "Earlier visit", "2024-12-01", "AB")},
                           Date::of(2025, 3, 10));
    }
    std::string shown() const
    {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) rows.append(model.index(row).data().toString());
        return utf8(rows.join(QLatin1Char('|')));
    }
    DocumentListModel model;
};

TEST_F(DocumentListing, StandsByKindTitleOrDate)
{
    EXPECT_EQ("Visit notes|Visit|Earlier visit|Laboratory|Panel", shown());
    model.setOrder(DocumentOrder::byTitle);
    EXPECT_EQ("Earlier visit|Panel|Visit", shown());
    model.setOrder(DocumentOrder::newestFirst);
    EXPECT_EQ("Visit|Panel|Earlier visit", shown());
    model.setOrder(DocumentOrder::oldestFirst);
    EXPECT_EQ("Earlier visit|Panel|Visit", shown());
    for (const auto order :
         {DocumentOrder::byType, DocumentOrder::byTitle, DocumentOrder::newestFirst, DocumentOrder::oldestFirst})
        EXPECT_EQ(order, documentOrderOf(toString(order)));
    EXPECT_EQ(DocumentOrder::byType, documentOrderOf(QStringLiteral("never heard of")));
}

TEST_F(DocumentListing, ShowsOneTagOnly)
{
    EXPECT_EQ('A', model.nextTag());
    model.setTag('A');
    EXPECT_EQ("Visit notes|Earlier visit|Laboratory|Panel", shown());
    EXPECT_EQ('B', model.nextTag());
    model.setTag('B');
    EXPECT_EQ("Visit notes|Earlier visit", shown());
    EXPECT_EQ(0, model.nextTag());
    model.toggleTag(DocumentId{2}, 'B');
    EXPECT_EQ("Visit notes|Visit|Earlier visit", shown());
    model.toggleTag(DocumentId{3}, 'B');
    EXPECT_EQ("Visit notes|Visit", shown());
}

TEST_F(DocumentListing, KnowsUnreadLateMarkedAndVersions)
{
    EXPECT_EQ(1, model.unreadCount());
    EXPECT_EQ(1, model.firstToRead());
    model.setShown(DocumentVersionId{20});
    EXPECT_EQ(0, model.unreadCount());
    model.setUnread(DocumentVersionId{20}, true);
    EXPECT_EQ(1, model.unreadCount());
    model.setLate({DocumentVersionId{10}});
    EXPECT_EQ("late", utf8(model.index(4).data(DocumentListModel::NoteRole).toString()));
    auto old = document(1, DocumentType::labReport, "Panel", "2025-02-01");
    old.version = DocumentVersionId{9};
    old.isArchived = true;
    model.setVersions(DocumentId{1}, {document(1, DocumentType::labReport, "Panel", "2025-03-01"), old});
    EXPECT_EQ(6, model.rowCount());
    EXPECT_EQ("v1 archived", utf8(model.index(5).data(DocumentListModel::NoteRole).toString()));
    EXPECT_EQ(5, model.rowOf(DocumentVersionId{9}));
    model.setVersions(DocumentId{1}, {});
    EXPECT_EQ(5, model.rowCount());
    EXPECT_EQ(4, model.rowBeside(2, 1)) << "headings are passed over";
    EXPECT_EQ(-1, model.rowBeside(4, 1));
}

TEST_F(DocumentListing, TakesNamesOfTheSite)
{
    model.setTypeNames({{DocumentType::labReport, QStringLiteral("Blood and urine")}});
    EXPECT_NE(std::string::npos, shown().find("Blood and urine"));
}

DocumentRepository::StoredCode source(const char* system, const char* code, bool isNegated = false)
{
    DocumentRepository::StoredCode stored;
    stored.code.system = system;
    stored.code.code = code;
    stored.code.isNegated = isNegated;
    stored.documentTitle = "Summary";
    return stored;
}

TEST(SourceCodes, OffersWhatAClaimTakesAndShowsTheRestAsLabels)
{
    SourcesModel model;
    model.setCodes({source("snomed", "44054006"), source("icd10cm", "E11.9"), source("icd10cm", "e119"),
                    source("cpt", "99213"), source("icd10cm", "I10", true), source("icd9cm", "250.00")});
    ASSERT_EQ(5, model.rowCount()) << "the same code twice stands once";
    EXPECT_EQ("E11.9", utf8(model.index(0).data().toString()));
    EXPECT_TRUE(model.index(3).data(SourcesModel::IsLabelRole).toBool());
    EXPECT_EQ(2, model.openCount()) << "negated codes and labels are nothing to add";
    model.setAssigned({{CodeSystem::icd10cm, "E119"}});
    EXPECT_EQ(1, model.openCount());
    EXPECT_TRUE(model.index(0).data(SourcesModel::IsAssignedRole).toBool());
    EXPECT_TRUE(model.index(2).data(SourcesModel::TitleRole).toString().startsWith(QStringLiteral("not present")));
}

}  // namespace
}  // namespace cw::ui
