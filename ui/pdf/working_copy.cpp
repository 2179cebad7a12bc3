// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/working_copy.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "core/pdf/view/background.h"

namespace andu::ui {

namespace {

Result<QByteArray> makeUpdate(const pdf::view::Content &content,
                              const pdf::view::SharedSecret &password,
                              const WorkingCopy::Maker &make)
{
    auto device = content.open();
    if (!device) {
        return tl::unexpected<Error>(device.error());
    }
    auto document = pdf::Document::open(std::move(*device),
                                        password ? password->clone() : crypto::SecureBytes());
    if (!document) {
        return tl::unexpected<Error>(document.error());
    }
    return make(*document);
}

} // namespace

WorkingCopy::WorkingCopy(QObject *parent)
    : QObject(parent)
{ }

void WorkingCopy::open(const pdf::view::Content &content, const pdf::view::SharedSecret &password)
{
    m_states = { State{ content, {}, {} } };
    m_password = password;
}

QStringList WorkingCopy::pending() const
{
    QStringList out;
    for (qsizetype i = 1; i < m_states.size(); ++i) {
        out.append(m_states.at(i).what);
    }
    return out;
}

void WorkingCopy::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    Q_EMIT busyChanged(isBusy);
}

void WorkingCopy::change(const QString &what, Maker make, std::function<void()> undone)
{
    if (m_isBusy) {
        return;
    }
    setBusy(true);
    const pdf::view::Content before = content();
    auto future = pdf::view::inBackground([before, password = m_password, make = std::move(make)] {
        return makeUpdate(before, password, make);
    });
    whenDone(
        future, this, [this, what, undone = std::move(undone)](const Result<QByteArray> &update) {
            setBusy(false);
            if (!update) {
                Q_EMIT failed(update.error());
                return;
            }
            m_states.append(State{ content().withUpdate(*update), what, undone });
            Q_EMIT changed();
        });
}

void WorkingCopy::undo()
{
    if (m_states.size() > 1 && !m_isBusy) {
        const State last = m_states.takeLast();
        if (last.undone) {
            last.undone();
        }
        Q_EMIT changed();
    }
}

void WorkingCopy::markHandedOver()
{
    m_states = { State{ content(), {}, {} } };
}

} // namespace andu::ui
