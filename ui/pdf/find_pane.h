// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/view/text_search.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QListWidget;
class QToolButton;

namespace andu::ui {

/// Where a text was found, as a list; steps from one place to the next.
class FindPane final : public QFrame
{
    Q_OBJECT

public:
    explicit FindPane(const Theme &theme, QWidget *parent = nullptr);

    void setDocument(const pdf::view::Content &content, const pdf::view::SharedSecret &password);
    /// Looks for a text once typing has paused; an empty text clears.
    void look(const QString &text, int fromPage);
    void step(int direction);
    [[nodiscard]] const QList<pdf::view::SearchHit> &hits() const { return m_hits; }
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] bool isLooking() const { return m_isLooking || m_pause.isActive(); }

Q_SIGNALS:
    /// Hits or the current one changed.
    void changed();
    void hitChosen(const andu::pdf::view::SearchHit &hit);

private:
    void begin();
    void add(const QList<pdf::view::SearchHit> &hits);
    void choose(int index);
    void describe();

    const Theme &m_theme;
    pdf::view::Content m_content;
    pdf::view::SharedSecret m_password;
    pdf::view::TextSearch m_search;
    QLabel *m_summary;
    QListWidget *m_list;
    QTimer m_pause;
    QString m_text;
    int m_fromPage = 0;
    QList<pdf::view::SearchHit> m_hits;
    int m_current = -1;
    bool m_isLooking = false;
    bool m_isCut = false;
    int m_pagesDone = 0;
    int m_pageCount = 0;
};

} // namespace andu::ui
