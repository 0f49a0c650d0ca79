#pragma once

#include "ui/codes/codes_view.h"
#include "ui/codes/set_models.h"

namespace cw::ui {

class EmptyState;
class ListTable;
class PaneHeader;

/// Recent codes, favourites and code sets, and what may be done with them.
class SetsView final : public CodesView {
    Q_OBJECT

public:
    SetsView(const CodesContext& context, QWidget* parent);
    void activate() override;
    void reload() override { load(); }
    void find() override;
    std::vector<QWidget*> panes() const override;
    /// Asks for the name of a set and puts the code there; makes the set when there is none of that name.
    void addToNamed(const CodeKey& key);

signals:
    void changed();  ///< A set or the favourites: what the details say of them is old.

private:
    QWidget* buildShelf();
    QWidget* buildCodes();
    void bindKeys();
    void load();
    void show(Shelf shelf);
    void showCodes();
    void showCurrent(bool isOpened);
    /// Runs a change in the background, then loads the shelf again; a failure is told.
    void change(std::function<Status(app::Workspace&)> work);
    const app::OpenedSet* changeable();  ///< The current set, or null when it may not be changed, which is told.
    const app::SetCode* currentCode() const;
    void create();
    void rename();
    void describe();
    void toggleShared();
    void remove();
    void addCode();
    void putInto(const QString& name, const CodeKey& key, bool mayCreate);
    void note();
    void removeCode();
    void move(int rows);

    PaneHeader* m_shelfHeader;
    ListTable* m_shelf;
    ShelfModel* m_shelfModel;
    PaneHeader* m_codesHeader;
    ListTable* m_codes;
    SetCodeModel* m_codesModel;
    EmptyState* m_state;
    CodeSetId m_set;                ///< The chosen one; not valid for the recent codes.
    std::optional<CodeKey> m_code;  ///< To be current again after loading.
    QString m_lastName;             ///< Of the set that a code was last put into.
    int m_turn = 0;
};

}  // namespace cw::ui
