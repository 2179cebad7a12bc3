// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/work.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QVBoxLayout;

namespace andu::ui {

/// The flow so far: who, when, what was decided, and who has it now.
class FlowPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit FlowPanel(const Theme &theme, QWidget *parent = nullptr);
    void setRecords(const QList<Record> &records);

private:
    const Theme &m_theme;
    QVBoxLayout *m_steps;
};

} // namespace andu::ui
