#pragma once

#include "ui/async/background.h"

#include <optional>

namespace cw::ui {

/// Asks the background one question at a time. While it answers, only the newest of the other questions is kept, and an
/// older answer is dropped: moving fast through a list never fills the thread. Belongs to `context`.
template <class T>
class Latest {
public:
    using Work = std::function<Result<T>(app::Workspace&)>;
    using Done = std::function<void(Result<T>)>;

    Latest(Background& background, QObject* context) : m_background(background), m_context(context) {}

    void ask(Work work, Done done)
    {
        m_next = Question{std::move(work), std::move(done), ++m_turn};
        if (!m_isAsking) start();
    }
    /// Answers to what was asked so far are dropped.
    void forget()
    {
        ++m_turn;
        m_next.reset();
    }

private:
    struct Question {
        Work work;
        Done done;
        int turn = 0;
    };
    void start()
    {
        Question question = std::move(*m_next);
        m_next.reset();
        m_isAsking = true;
        m_background.run<T>(m_context, std::move(question.work),
                            [this, turn = question.turn, done = std::move(question.done)](Result<T> result) {
                                m_isAsking = false;
                                if (m_next)
                                    start();
                                else if (turn == m_turn)
                                    done(std::move(result));
                            });
    }

    Background& m_background;
    QObject* m_context;
    std::optional<Question> m_next;
    int m_turn = 0;
    bool m_isAsking = false;
};

}  // namespace cw::ui
