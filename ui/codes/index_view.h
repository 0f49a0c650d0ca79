#pragma once

#include "ui/async/latest.h"
#include "ui/codes/codes_view.h"
#include "ui/codes/index_load.h"

namespace cw::ui {

class EmptyState;
class IndexModel;
class JumpField;
class ListTable;
class MainTermModel;
class OutlineTable;
class PaneHeader;

/// The Alphabetic Index, the External Cause of Injuries Index or the ICD-10-PCS Index: main terms at the left, the chosen one with its
/// sub-terms beside it, the way from the main term to the current term above them.
class IndexView final : public CodesView {
    Q_OBJECT

public:
    IndexView(const CodesContext& context, ListKind index, QWidget* parent);
    void activate() override;
    void reload() override;
    void find() override;
    std::vector<QWidget*> panes() const override;
    bool goBack() override;
    bool goForward() override;
    /// A term by its id: a step in the history.
    void openTerm(std::int64_t term);

private:
    CodeSystem system() const;
    QWidget* buildTerms();
    QWidget* buildBelow();
    void bindKeys();
    void showTerms(Result<std::vector<IndexEntry>> terms);
    void placeMainTerm(int row);  ///< Current, at the top of the list.
    void loadMainTerm();
    void showTree(const IndexSubtree& tree, bool takesFocus);
    void loadAround(std::int64_t term);
    void openCurrent();
    void follow();
    void showWay();
    void showFind(bool shown);

    ListKind m_index;
    JumpField* m_jump;
    ListTable* m_terms;
    MainTermModel* m_termModel;
    EmptyState* m_state;
    PaneHeader* m_way;
    JumpField* m_find;
    OutlineTable* m_below;
    IndexModel* m_model;
    Latest<IndexSubtree> m_loader;
    std::vector<std::int64_t> m_history;  ///< Terms that were opened by a link or left by one.
    std::size_t m_at = 0;
    std::int64_t m_pending = 0;  ///< A term to open when the main terms are there.
    bool m_isLoaded = false;
    bool m_isPlacing = false;  ///< The main terms move because a term is opened, not by hand.
};

}  // namespace cw::ui
