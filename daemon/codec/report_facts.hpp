// What the mail of a report tells: the figures that fit a mail; the page has them all.
#pragma once

#include "codec/report_words.hpp"
#include "core/facts.hpp"

namespace werktdoord {

// Facts of the template `report`. REQUIRES: the period is a month.
Facts report_facts(const ReportFigures& figures, const RegionNames& names);

}  // namespace werktdoord
