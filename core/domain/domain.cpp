// SPDX-License-Identifier: GPL-3.0-or-later
// Holds nothing but the proof that every header of the folder compiles by itself.
#include "core/domain/account.h"
#include "core/domain/ids.h"
#include "core/domain/intent.h"
#include "core/domain/task.h"
#include "core/domain/work.h"
