// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/form_builder.h"
#include "ui/form/form_find.h"
#include "ui/form/form_hints.h"

#include <QScrollArea>

#include <memory>

class QFrame;
class QPagedPaintDevice;
class QTimer;
class QVBoxLayout;

namespace andu::ui {

class FindBar;

/// What became of each module of a form, for people who check forms.
struct DrawnForm
{
    struct Field
    {
        QString id;
        QString type;
        QString how; ///< "native", "text", "placeholder" or "none".
        bool isVisible = true;
        bool isReadonly = false;
    };

    QList<Field> fields; ///< In building order.
    QSize size;
};

/// The page of a form. Shows one session at a time; does not own it.
class FormView final : public QScrollArea
{
    Q_OBJECT

public:
    explicit FormView(const Theme &theme, QWidget *parent = nullptr);
    ~FormView() override;

    /// @p session outlives its being shown; nullptr clears the page.
    void setSession(forms::FormSession *session);
    /// Writes what is typed and not yet in the session.
    void commit();
    /// Scrolls to a field, opening the tab it is on.
    void focusField(const QString &id);
    /// Lists what fails above the form, each a link to its field; an empty list closes it.
    void showFailures(const QList<forms::Failure> &failures);

    [[nodiscard]] QUndoStack *undoStack() const;
    void setPhrases(const QStringList &phrases);
    void setRecentPeople(const QStringList &names);
    /// Files as they are now, with those that wait to be sent.
    void setAttachments(const QList<Attachment> &attachments);

    /// Opens the line that looks for a text in the form (Ctrl+F).
    void openFind();
    void findNext(int step);

    [[nodiscard]] double zoom() const { return m_zoom; }
    void setZoom(double zoom);
    void zoomIn();
    void zoomOut();

    /// The whole form as a picture. For a view of its own that is not on screen.
    [[nodiscard]] QImage toImage(int widthPx, double scale);
    /// Paints the form on paper in the page layout of the device (A4 when it has none).
    bool print(QPagedPaintDevice &device) const;
    [[nodiscard]] bool toPdf(const QString &path) const;
    [[nodiscard]] DrawnForm drawn() const;
    /// What of the form works in the browser only, for the information panel.
    [[nodiscard]] QList<FormHint> hints() const;
    /// Makes every editor at once; they come by themselves when the program is idle.
    void makeAll();

Q_SIGNALS:
    /// A person or a script changed something.
    void edited();
    /// Another form is shown, or a script of it did not run: hints() may say more.
    void hintsChanged();
    void filesWanted(const QString &site, const QStringList &paths);
    void replaceWanted(const QString &attachment, const QString &path);
    void removeWanted(const QString &attachment);
    void previewWanted(const QString &attachment);
    void saveWanted(const QString &attachment);
    void browserWanted(const QString &module);
    void inkMade(const QString &module, const QImage &image);
    void phraseWanted(const QString &text);
    void recentPeopleChanged(const QStringList &names);
    void zoomChanged(double zoom);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    /// A field that dies with the focus in it would still report the end of its editing.
    void releaseFocus();
    void openPagesAround(QWidget *part);
    void showMatch(const FormMatch &match);
    void placeFind();
    void findNextOne() { findNext(1); }
    void findPreviousOne() { findNext(-1); }
    void rebuild();
    void connectSession();
    void connectHost();
    void showState(const QString &id);
    void makeVisible();
    void makeSome();
    void updateErrors();
    [[nodiscard]] QList<QWidget *> tabStops() const;
    void addShortcuts();
    [[nodiscard]] QString zoomSheet() const;

    const Theme &m_theme;
    forms::FormSession *m_session = nullptr;
    std::unique_ptr<FormHost> m_host;
    BuiltForm m_page;
    QFrame *m_errors = nullptr;
    FindBar *m_find = nullptr;
    QPointer<QWidget> m_found; ///< Frame around what was found.
    QPointer<FieldBox> m_matched;
    qsizetype m_noteCount = 0;
    QList<forms::Failure> m_failures;
    QTimer *m_idle;
    QStringList m_phrases;
    QStringList m_recent;
    qsizetype m_next = 0; ///< First box that the idle time has not looked at.
    double m_zoom = 1;
};

} // namespace andu::ui
