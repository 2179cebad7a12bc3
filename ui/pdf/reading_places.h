// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/page_view.h"
#include "ui/pdf/side_pane.h"

class QSettings;

namespace andu::ui {

/// Where a person was in a document.
struct ReadingPlace
{
    int page = 0;
    ZoomMode zoomMode = ZoomMode::Width;
    double percent = 100;
    Spread spread = Spread::Continuous;
    int rotation = 0; ///< Quarter turns clockwise.
    SideView side = SideView::Thumbnails;

    friend bool operator==(const ReadingPlace &, const ReadingPlace &) = default;
};

/// Remembers places by document name. Names are titles and stay secret: only a digest is kept.
class ReadingPlaces
{
public:
    explicit ReadingPlaces(QSettings &settings)
        : m_settings(settings)
    { }

    [[nodiscard]] std::optional<ReadingPlace> placeIn(const QString &name) const;
    void remember(const QString &name, const ReadingPlace &place);

    static constexpr int Kept = 200;

private:
    QSettings &m_settings;
};

} // namespace andu::ui
