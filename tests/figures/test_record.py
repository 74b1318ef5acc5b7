import json

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from agletters.figures import MIMETYPE, PublishedFigure, canonical_json, figure_hash, publish
from tests.figures import figure_samples as samples


def test_a_published_figure_carries_what_a_build_needs_and_comes_back_whole() -> None:
    shown = samples.record()
    bundle = json.loads(json.dumps(shown._repr_mimebundle_()[MIMETYPE]))
    assert PublishedFigure.from_bundle(bundle) == shown
    assert bundle["title"] == "Two signed; two joined"
    assert bundle["subtitle"] == "Four areas"
    assert bundle["table"]["rows"] == [["Maine", "-3", "S040; S045"], ["Ohio", "2", ""]]
    assert bundle["hash"] == shown.hash


def test_jupyterlab_gets_plotlys_own_type_with_the_same_figure() -> None:
    bundle = samples.record()._repr_mimebundle_()
    shown = go.Figure(bundle["application/vnd.plotly.v1+json"])
    assert len(shown.data) == len(samples.areas().data)
    assert bundle["text/plain"] == "Two areas are dark, two hatched."


@pytest.mark.parametrize(
    ("change", "lacks"),
    [
        ({"alt": " "}, "no an alt text"),
        ({"table": pd.DataFrame({"a": []})}, "no a table"),
        ({"fig": go.Figure()}, "no a title"),
    ],
)
def test_a_figure_without_title_alt_or_numbers_is_refused(
    change: dict[str, object], lacks: str
) -> None:
    complete = {"fig": samples.areas(), "alt": "Alt.", "table": samples.numbers()}
    with pytest.raises(ValueError, match=lacks.removeprefix("no ")):
        publish(**{**complete, **change}, slug="who-signed", sources=[])


def test_a_slug_that_would_make_a_bad_file_name_is_refused() -> None:
    with pytest.raises(ValueError, match="lower-case words"):
        samples.record("../who")


def test_the_same_figure_gives_the_same_json_whatever_order_it_was_built_in() -> None:
    one = go.Figure(go.Bar(x=[1, 2], y=[3, 4], name="a"), {"width": 50, "height": 60})
    other = go.Figure(layout={"height": 60, "width": 50}).add_bar(name="a", y=[3, 4], x=[1, 2])
    assert canonical_json(one) == canonical_json(other)


def test_arrays_are_written_as_lists_of_the_numbers_given() -> None:
    values = np.array([[0.1, 2.5], [3.25, -4.0]])
    text = canonical_json(go.Figure(go.Heatmap(z=values)))
    assert '"z":[[0.1,2.5],[3.25,-4.0]]' in text
    assert "bdata" not in text


def test_a_figure_that_went_through_plotlys_json_keeps_its_hash() -> None:
    fig = go.Figure(go.Scatter(x=np.arange(3), y=np.array([0.1, np.nan, 7]), uid="f00"))
    again = go.Figure(json.loads(fig.to_json()))
    assert figure_hash(canonical_json(again)) == figure_hash(canonical_json(fig))
    assert "uid" not in canonical_json(fig)


def test_a_changed_figure_changes_the_hash() -> None:
    changed = samples.areas().update_layout(width=401)
    assert samples.record(fig=changed).hash != samples.record().hash


def test_the_json_can_stand_inside_a_script_element() -> None:
    text = canonical_json(samples.areas("</script><!--"))
    assert not set("<>&") & set(text)
    assert "</script>" not in text
    assert json.loads(text)["layout"]["width"] == 400


def test_crop_is_read_from_the_layout_and_is_nothing_if_not_said() -> None:
    assert samples.record().crop == {"top": 100, "bottom": 40}
    assert samples.record(fig=samples.bars()).crop == {"top": 0, "bottom": 0}
