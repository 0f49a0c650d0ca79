#include "ui/codes/codes_scenes.h"

#include "ui/codes/codes_page.h"
#include "ui/codes/pcs_view.h"

#include <QLineEdit>

#include <vector>

namespace cw::ui {

namespace {

struct Scene {
    const char* id;
    CodesPage::View view;
    const char* field;  ///< To type into; empty for none.
    const char* text;
};

const std::vector<Scene> scenes = {
    {"codes", CodesPage::search, "codes.query", "knee pain"},
    {"codes-tabular", CodesPage::tabular, "codes.tabularJump", "E11.22"},
    {"codes-index", CodesPage::index, "codes.indexJump", "Diabetes"},
    {"codes-neoplasm", CodesPage::neoplasm, "codes.cellJump", "breast"},
    {"codes-drugs", CodesPage::drugs, "codes.cellJump", "acetaminophen"},
    {"codes-pcs", CodesPage::pcs, "", "0FT4"},
    {"codes-pcs-index", CodesPage::pcsIndex, "codes.indexJump", "Cholecystectomy"},
    {"codes-compare", CodesPage::compare, "", ""},
    {"codes-sets", CodesPage::sets, "", ""},
};

}  // namespace

const QStringList& codesScenes()
{
    static const QStringList ids = [] {
        QStringList list;
        for (const auto& scene : scenes) list.append(QString::fromLatin1(scene.id));
        return list;
    }();
    return ids;
}

void showCodesScene(QWidget& window, const QString& id)
{
    auto* page = window.findChild<CodesPage*>();
    for (const auto& scene : scenes) {
        if (!page || id != QLatin1String(scene.id)) continue;
        // A day that the tables of the demo cover.
        page->findChild<QLineEdit*>(QStringLiteral("codes.date"))->setText(QStringLiteral("2025-03-18"));
        page->showView(scene.view);
        if (scene.view == CodesPage::pcs) page->findChild<PcsView*>()->setPrefix(scene.text);
        for (auto* field : page->findChildren<QLineEdit*>(QString::fromLatin1(scene.field)))
            if (scene.field[0] != '\0' && field->isVisible()) {
                field->clear();
                field->setText(QString::fromLatin1(scene.text));
            }
    }
}

}  // namespace cw::ui
