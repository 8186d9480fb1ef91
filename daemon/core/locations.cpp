#include "core/locations.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace werktdoord {
namespace {

constexpr double earth_radius_km = 6371.0;
constexpr double to_radians = std::numbers::pi / 180.0;

std::size_t area_number(int pc4) {
    return static_cast<std::size_t>(pc4 / 100);
}

}  // namespace

// Haversine. https://en.wikipedia.org/wiki/Haversine_formula
double km_between(const Point& a, const Point& b) {
    const double north = std::sin((b.latitude - a.latitude) * to_radians / 2);
    const double east = std::sin((b.longitude - a.longitude) * to_radians / 2);
    const double haversine = north * north + std::cos(a.latitude * to_radians) *
                                                 std::cos(b.latitude * to_radians) * east * east;
    return 2 * earth_radius_km * std::asin(std::sqrt(haversine));
}

// A request may have a hundred sites: the nearest pair is found on a flat map, then measured.
std::optional<double> km_between(const std::vector<Point>& some, const std::vector<Point>& others) {
    constexpr double narrower = 0.615;  // a degree of longitude at 52 degrees north
    const Point* nearest_a = nullptr;
    const Point* nearest_b = nullptr;
    double nearest = std::numeric_limits<double>::max();
    for (const Point& a : some)
        for (const Point& b : others) {
            const double north = a.latitude - b.latitude;
            const double east = (a.longitude - b.longitude) * narrower;
            const double squared = north * north + east * east;
            if (squared >= nearest) continue;
            nearest = squared;
            nearest_a = &a;
            nearest_b = &b;
        }
    if (nearest_a == nullptr) return std::nullopt;
    return km_between(*nearest_a, *nearest_b);
}

void Locations::Sum::add(const Point& point) {
    total.latitude += point.latitude;
    total.longitude += point.longitude;
    ++count;
}

std::optional<Point> Locations::Sum::middle() const {
    if (count == 0) return std::nullopt;
    return Point{total.latitude / count, total.longitude / count};
}

void Locations::add(int pc4, const Point& point,
                    const std::optional<MunicipalityCode>& municipality) {
    points_.at(static_cast<std::size_t>(pc4)) = point;
    areas_.at(area_number(pc4)).add(point);
    if (municipality) municipalities_[*municipality].add(point);
}

std::optional<Point> Locations::of(const Site& site, const Places& places) const {
    if (const auto pc4 = pc4_of(site.postcode))
        if (const auto& point = points_.at(static_cast<std::size_t>(*pc4))) return *point;
    const auto placement = places.place(site);
    if (!placement) return std::nullopt;
    const auto found = municipalities_.find(placement->municipality);
    return found == municipalities_.end() ? std::nullopt : found->second.middle();
}

std::vector<Point> Locations::of(const std::vector<Site>& sites, const Places& places) const {
    std::vector<Point> points;
    for (const Site& site : sites)
        if (const auto point = of(site, places)) points.push_back(*point);
    return points;
}

std::optional<Point> Locations::of_area(const std::string& area, const Places& places) const {
    const bool digits = area.size() == 2 && area.find_first_not_of("0123456789") == area.npos;
    if (digits) return areas_.at(static_cast<std::size_t>(std::stoi(area))).middle();
    Site site;
    site.municipality = area;
    return of(site, places);
}

std::string area_of(const Site& site) {
    if (const auto pc4 = pc4_of(site.postcode)) return std::to_string(area_number(*pc4));
    return name_key(site.municipality);
}

}  // namespace werktdoord
