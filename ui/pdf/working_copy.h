// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/document.h"
#include "core/pdf/view/render_queue.h"
#include "ui/pdf/web_fetch.h"

#include <QStringList>

namespace andu::ui {

/// The document as it is here: what was opened and the updates made since, which may be taken back
/// until they are handed over. Updates are made in the background, one after the other.
class WorkingCopy final : public QObject
{
    Q_OBJECT

public:
    using Maker = std::function<Result<QByteArray>(pdf::Document &, const CancelFlag &)>;

    /// One update to be made.
    struct Change
    {
        QString what; ///< As the list of pending changes names it.
        Maker make; ///< Blocking; looks at the flag now and then.
        std::function<void()> undone; ///< Called when the change is taken back.
        std::function<void()> done; ///< Called when it stands; may start the next.
        std::function<void(const Error &)> failed; ///< Instead of the signal.
    };

    explicit WorkingCopy(QObject *parent = nullptr);
    ~WorkingCopy() override; ///< Nobody waits for a change any more: it is cancelled.

    void open(const pdf::view::Content &content, const pdf::view::SharedSecret &password);
    [[nodiscard]] const pdf::view::Content &content() const { return m_states.last().content; }
    [[nodiscard]] const pdf::view::SharedSecret &password() const { return m_password; }
    /// What was done and not handed over, oldest first.
    [[nodiscard]] QStringList pending() const;
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    /// Lets the change compute an update and appends it. Ignored while another is made.
    void change(Change change);
    /// Ends the change that is made now; it fails as Cancelled.
    void cancel();
    /// Takes the last change back; not those handed over.
    void undo();
    void markHandedOver();

Q_SIGNALS:
    void changed();
    void busyChanged(bool isBusy);
    void failed(const andu::Error &error);

private:
    struct State
    {
        pdf::view::Content content;
        QString what;
        std::function<void()> undone;
    };

    void setBusy(bool isBusy);

    QList<State> m_states{ State() };
    pdf::view::SharedSecret m_password;
    std::shared_ptr<std::atomic_bool> m_cancel; ///< Of the change that is made now.
    bool m_isBusy = false;
};

} // namespace andu::ui
