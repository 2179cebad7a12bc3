// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/working_copy.h"

#include "core/base/future.h"
#include "core/base/literals.h"

namespace andu::ui {

namespace {

Result<QByteArray> makeUpdate(const pdf::view::Content &content,
                              const pdf::view::SharedSecret &password,
                              const WorkingCopy::Maker &make,
                              const CancelFlag &cancel)
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
    return make(*document, cancel);
}

} // namespace

WorkingCopy::WorkingCopy(QObject *parent)
    : QObject(parent)
{ }

WorkingCopy::~WorkingCopy()
{
    cancel();
}

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

void WorkingCopy::change(Change change)
{
    if (m_isBusy) {
        return;
    }
    m_cancel = std::make_shared<std::atomic_bool>(false);
    setBusy(true);
    const pdf::view::Content before = content();
    const auto make = [before, password = m_password, make = change.make, cancel = m_cancel] {
        return makeUpdate(before, password, make, cancel);
    };
    const auto settle = [this, change = std::move(change)](const Result<QByteArray> &update) {
        setBusy(false);
        if (!update) {
            if (change.failed) {
                change.failed(update.error());
            } else {
                Q_EMIT failed(update.error());
            }
            return;
        }
        m_states.append(State{ content().withUpdate(*update), change.what, change.undone });
        Q_EMIT changed();
        if (change.done) {
            change.done();
        }
    };
    whenDone(inBackground(make), this, settle);
}

void WorkingCopy::cancel()
{
    if (m_cancel) {
        m_cancel->store(true);
    }
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
