import dagster as dg
import pytest

from assets.assets import key
from pipelines.definitions import defs
from pipelines.inbox import daily_cron, daily_schedule, inbox_sensor
from pipelines.instance import environment, instance_of
from pipelines.landing import waiting_batches
from pipelines.resources import ChanceryHome
from tests.pipelines.test_build import ARTICLE
from warehouse.home import Home
from warehouse.model import columns, full_name
from warehouse.tables import BATCHED_LAYERS, TABLES


@pytest.mark.parametrize("table", TABLES, ids=full_name)
def test_every_table_is_an_asset_with_description_schema_owner_kind_and_code(table):
    spec = defs.resolve_asset_graph().get(key(table))
    assert spec.group_name == table.layer
    assert spec.description
    assert spec.owners
    assert spec.kinds
    assert [column.name for column in spec.metadata["dagster/column_schema"].columns] == [
        column.name for column in columns(table)
    ]
    assert spec.metadata["dagster/code_references"].code_references
    assert spec.is_partitioned == (table.layer in BATCHED_LAYERS)


@pytest.mark.parametrize("table", TABLES, ids=full_name)
def test_every_table_has_checks(table):
    assert defs.resolve_asset_graph().get_check_keys_for_assets({key(table)})


def test_published_tables_have_a_freshness_policy():
    graph = defs.resolve_asset_graph()
    published = [table for table in TABLES if table.layer in ("star", "marts")]
    assert all(graph.get(key(table)).freshness_policy_or_from_metadata for table in published)


@pytest.mark.parametrize(("text", "cron"), [("06:00", "0 6 * * *"), ("23:45", "45 23 * * *")])
def test_the_time_of_the_daily_run_can_be_set(monkeypatch, text, cron):
    monkeypatch.setenv("CHANCERY_DAILY_AT", text)
    assert daily_cron() == cron


def test_a_time_that_is_none_names_the_variable(monkeypatch):
    monkeypatch.setenv("CHANCERY_DAILY_AT", "at dawn")
    with pytest.raises(ValueError, match="CHANCERY_DAILY_AT is 'at dawn'"):
        daily_cron()


@pytest.fixture
def home(tmp_path, monkeypatch):
    home = Home(tmp_path)
    monkeypatch.delenv("CHANCERY_INBOX", raising=False)
    for name, value in environment(home).items():
        monkeypatch.setenv(name, value)
    return home


def tick(home, instance, cursor=None):
    context = dg.build_sensor_context(
        instance=instance, cursor=cursor, resources={"home": ChanceryHome(path=str(home.path))}
    )
    return inbox_sensor(context)


def test_the_sensor_lands_a_new_file_and_asks_for_its_batch_once(home):
    home.inbox.mkdir(parents=True)
    with instance_of(home) as instance:
        assert isinstance(tick(home, instance), dg.SkipReason)
        (home.inbox / "lima.txt").write_text(ARTICLE)
        first = tick(home, instance)
        (batch,) = instance.get_dynamic_partitions("batch")
        assert [request.partition_key for request in first.run_requests] == [batch, None]
        assert isinstance(tick(home, instance, first.cursor), dg.SkipReason)
        assert waiting_batches(home, instance) == [batch]


def test_the_schedule_processes_what_waits_and_always_publishes(home):
    import datetime as dt

    with instance_of(home) as instance:
        context = dg.build_schedule_context(
            instance=instance,
            scheduled_execution_time=dt.datetime(2026, 1, 1, 6, tzinfo=dt.UTC),
            resources={"home": ChanceryHome(path=str(home.path))},
        )
        requests = daily_schedule(context)
        assert [request.partition_key for request in requests] == [None]
