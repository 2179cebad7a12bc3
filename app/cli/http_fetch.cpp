// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/http_fetch.h"

#include "ui/pdf/web_fetch.h"

namespace andu::cli {

pdf::Fetch httpFetch()
{
    return ui::webFetch();
}

} // namespace andu::cli
